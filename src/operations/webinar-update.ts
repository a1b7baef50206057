import { defineOperation } from "./operation.js";
import { revised } from "./scheduled-body.js";
import { findScheduledWebinar, SCHEDULED_WEBINAR_OUTCOMES } from "./scheduled-webinar.js";
import { webinarIdParam } from "./streamable.js";
import { sampleWebinarBody, webinarBody } from "./webinar-body.js";

/** Changes a webinar. What the body leaves out stays, setting by setting. */
export const webinarUpdate = defineOperation({
  id: "webinarUpdate",
  method: "PATCH",
  path: "/v2/webinars/{webinarId}",
  summary: "Update a webinar",
  tag: "Webinars",
  rateLimit: "LIGHT",
  limitedPerUser: true,
  scopes: {
    classic: ["webinar:write", "webinar:write:admin"],
    granular: ["webinar:update:webinar", "webinar:update:webinar:admin"],
  },
  params: webinarIdParam,
  body: webinarBody,
  sampleBody: sampleWebinarBody,
  success: "updated",
  outcomes: {
    updated: { when: "the change is accepted, also one that changes nothing", required: true },
    ...SCHEDULED_WEBINAR_OUTCOMES,
  },
  handle: async ({ params, body }, context) => {
    const found = await findScheduledWebinar(params.webinarId, context);
    if ("outcome" in found) return found;
    const next = revised(found.webinar, body);
    if (next !== found.webinar) {
      context.world.put("webinars", next);
      context.world.announce("updated", "webinars", next.id);
    }
    return { outcome: "updated" };
  },
});
