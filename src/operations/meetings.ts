import * as v from "valibot";
import { isListed, pageEntries, pageOf, pageQuery, samplePage } from "./hosted-page.js";
import { meetingSummarySchema, sampleMeetingSummary } from "./meeting-reply.js";
import { defineOperation, noBody } from "./operation.js";
import { scheduledSummary } from "./scheduled-reply.js";
import { findUser, USER_OUTCOMES, userIdParam } from "./user-param.js";

/** Lists what a user hosts; with type=live what runs. */
export const meetings = defineOperation({
  id: "meetings",
  method: "GET",
  path: "/v2/users/{userId}/meetings",
  summary: "List meetings",
  tag: "Meetings",
  rateLimit: "MEDIUM",
  scopes: {
    classic: ["meeting:read", "meeting:read:admin"],
    granular: ["meeting:read:list_meetings", "meeting:read:list_meetings:admin"],
  },
  params: userIdParam,
  query: {
    type: {
      description: "Which of them; an unknown value counts as scheduled.",
      example: "scheduled",
      values: ["scheduled", "live", "upcoming", "upcoming_meetings", "previous_meetings"],
    },
    ...pageQuery,
  },
  body: noBody,
  success: "listed",
  outcomes: {
    listed: {
      when: "the user exists; the list may be empty",
      required: true,
      reply: {
        schema: v.object({ ...pageEntries(), meetings: v.array(meetingSummarySchema) }),
        sample: { ...samplePage, meetings: [sampleMeetingSummary] },
      },
    },
    ...USER_OUTCOMES,
  },
  handle: async ({ params, query }, context) => {
    const user = await findUser(params.userId, context);
    if ("outcome" in user) return user;
    const hosted = await context.world.hostedBy("meetings", user.id);
    const { entries, told } = pageOf(
      hosted.filter((meeting) => isListed(query.type, meeting, context.now)),
      query,
    );
    return { outcome: "listed", reply: { ...told, meetings: entries.map(scheduledSummary) } };
  },
});
