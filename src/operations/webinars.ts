import * as v from "valibot";
import { isListed, pageEntries, pageOf, pageQuery, samplePage } from "./hosted-page.js";
import { defineOperation, noBody } from "./operation.js";
import { scheduledSummary } from "./scheduled-reply.js";
import { SCHEDULED_WEBINAR_OUTCOMES } from "./scheduled-webinar.js";
import { findUser, USER_OUTCOMES, userIdParam } from "./user-param.js";
import { sampleWebinarSummary, webinarSummarySchema } from "./webinar-reply.js";

/** Lists the webinars that a user hosts. Which of them run, Zoom does not tell. */
export const webinars = defineOperation({
  id: "webinars",
  method: "GET",
  path: "/v2/users/{userId}/webinars",
  summary: "List webinars",
  tag: "Webinars",
  rateLimit: "MEDIUM",
  scopes: {
    classic: ["webinar:read", "webinar:read:admin"],
    granular: ["webinar:read:list_webinars", "webinar:read:list_webinars:admin"],
  },
  params: userIdParam,
  query: {
    type: {
      description: "Which of them; an unknown value counts as scheduled.",
      example: "scheduled",
      values: ["scheduled", "upcoming"],
    },
    ...pageQuery,
  },
  body: noBody,
  success: "listed",
  outcomes: {
    listed: {
      when: "the user exists and has the webinar add-on; the list may be empty",
      required: true,
      reply: {
        schema: v.object({ ...pageEntries(), webinars: v.array(webinarSummarySchema) }),
        sample: { ...samplePage, webinars: [sampleWebinarSummary] },
      },
    },
    ...USER_OUTCOMES,
    webinarPlanMissing: { ...SCHEDULED_WEBINAR_OUTCOMES.webinarPlanMissing, when: "the user has no webinar add-on" },
  },
  handle: async ({ params, query }, context) => {
    const user = await findUser(params.userId, context);
    if ("outcome" in user) return user;
    if (context.knows("webinarPlanMissing") && !user.feature.webinar)
      return { outcome: "webinarPlanMissing", values: { userId: user.id } };
    const hosted = await context.world.hostedBy("webinars", user.id);
    const type = query.type === "upcoming" ? "upcoming" : "scheduled";
    const { entries, told } = pageOf(
      hosted.filter((webinar) => isListed(type, webinar, context.now)),
      query,
    );
    return { outcome: "listed", reply: { ...told, webinars: entries.map(scheduledSummary) } };
  },
});
