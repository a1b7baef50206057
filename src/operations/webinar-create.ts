import { NEVER_STARTED } from "../domain/livestream.js";
import { secondsOnly } from "../domain/time-zone.js";
import { freeId } from "./free-id.js";
import { defineOperation } from "./operation.js";
import { startTimeOf } from "./scheduled-body.js";
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
    const { world, identifiers, now } = context;
    const host = await findUser(params.userId, context);
    if ("outcome" in host) return host;
    if (context.knows("webinarPlanMissing") && !host.feature.webinar)
      return { outcome: "webinarPlanMissing", values: { userId: host.id } };
    const { type = 5, timezone = host.timezone, topic = "Zoom Webinar", agenda = "", duration = 60 } = body;
    const webinar = {
      ...{ id: await freeId(context), uuid: identifiers.uuid(), host_id: host.id },
      ...{ topic, agenda, type, duration, timezone, status: "waiting" as const },
      start_time: startTimeOf(body, timezone, type !== 6, now),
      password: body.password ?? identifiers.secret(6),
      created_at: secondsOnly(now),
      recurrence: body.recurrence ?? null,
      settings: body.settings ?? {},
      livestream: null,
      livestream_status: NEVER_STARTED,
    };
    world.put("webinars", webinar);
    world.announce("created", "webinars", webinar.id);
    return { outcome: "created", reply: webinarReply(webinar, host.email) };
  },
});
