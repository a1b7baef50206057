import { configured, liveStreamConfigurationBody, sampleConfiguration } from "./livestream-configuration.js";
import { defineOperation } from "./operation.js";
import { webinarIdParam } from "./streamable.js";
import { findWebinarToStream, WEBINAR_LIVE_STREAM_OUTCOMES } from "./webinar-livestream.js";

/** Tells a webinar where its live stream goes. */
export const webinarLiveStreamUpdate = defineOperation({
  id: "webinarLiveStreamUpdate",
  method: "PATCH",
  path: "/v2/webinars/{webinarId}/livestream",
  summary: "Update the live stream of a webinar",
  tag: "Live streaming",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["webinar:write", "webinar:write:admin"],
    granular: ["webinar:update:livestream", "webinar:update:livestream:admin"],
  },
  params: webinarIdParam,
  body: liveStreamConfigurationBody,
  sampleBody: sampleConfiguration,
  success: "updated",
  outcomes: {
    updated: { when: "the configuration is accepted, also while the webinar runs", required: true },
    ...WEBINAR_LIVE_STREAM_OUTCOMES,
  },
  handle: async ({ params, body }, context) => {
    const webinar = await findWebinarToStream(params.webinarId, context);
    if ("outcome" in webinar) return webinar;
    context.world.put("webinars", configured(webinar, body));
    return { outcome: "updated" };
  },
});
