import { defineOperation, noBody } from "./operation.js";
import { findScheduledWebinar, SCHEDULED_WEBINAR_OUTCOMES } from "./scheduled-webinar.js";
import { webinarIdParam } from "./streamable.js";
import { sampleWebinar, webinarReply, webinarSchema } from "./webinar-reply.js";

/** Shows a webinar. */
export const webinar = defineOperation({
  id: "webinar",
  method: "GET",
  path: "/v2/webinars/{webinarId}",
  summary: "Get a webinar",
  tag: "Webinars",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["webinar:read", "webinar:read:admin"],
    granular: ["webinar:read:webinar", "webinar:read:webinar:admin"],
  },
  params: { webinarId: { ...webinarIdParam.webinarId, type: "string" } },
  body: noBody,
  success: "details",
  outcomes: {
    details: { when: "the webinar exists", required: true, reply: { schema: webinarSchema, sample: sampleWebinar } },
    ...SCHEDULED_WEBINAR_OUTCOMES,
  },
  handle: async ({ params }, context) => {
    const found = await findScheduledWebinar(params.webinarId, context);
    if ("outcome" in found) return found;
    return { outcome: "details", reply: webinarReply(found.webinar, found.host?.email) };
  },
});
