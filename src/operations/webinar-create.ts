import { newScheduled } from "./new-scheduled.js";
import { defineOperation } from "./operation.js";
import { SCHEDULED_WEBINAR_OUTCOMES } from "./scheduled-webinar.js";
import { findUser, USER_OUTCOMES, userIdParam } from "./user-param.js";
import { sampleWebinarBody, webinarBody } from "./webinar-body.js";
import { sampleWebinar, webinarReply, webinarSchema } from "./webinar-reply.js";

/** Schedules a webinar. It waits for its host and has no stream configuration. */
export const webinarCreate = defineOperation({
  id: "webinarCreate",
  method: "POST",
  path: "/v2/users/{userId}/webinars",
  summary: "Create a webinar",
  tag: "Webinars",
  rateLimit: "LIGHT",
  limitedPerUser: true,
  scopes: {
    classic: ["webinar:write", "webinar:write:admin"],
    granular: ["webinar:write:webinar", "webinar:write:webinar:admin"],
  },
  params: userIdParam,
  body: webinarBody,
  sampleBody: sampleWebinarBody,
  success: "created",
  outcomes: {
    created: {
      when: "the webinar is created",
      required: true,
      reply: { schema: webinarSchema, sample: sampleWebinar },
    },
    ...USER_OUTCOMES,
    webinarPlanMissing: { ...SCHEDULED_WEBINAR_OUTCOMES.webinarPlanMissing, when: "the user has no webinar add-on" },
  },
  handle: async ({ params, body }, context) => {
    const { world } = context;
    const host = await findUser(params.userId, context);
    if ("outcome" in host) return host;
    if (context.knows("webinarPlanMissing") && !host.feature.webinar)
      return { outcome: "webinarPlanMissing", values: { userId: host.id } };
    const { type = 5, settings = {} } = body;
    const kind = { usualTopic: "Zoom Webinar", hasFixedTime: type !== 6 };
    const webinar = { ...(await newScheduled(body, host, kind, context)), type, settings };
    world.put("webinars", webinar);
    world.announce("created", "webinars", webinar.id);
    return { outcome: "created", reply: webinarReply(webinar, host.email) };
  },
});
