import { CONFIGURATION_OUTCOMES, readConfiguration } from "./livestream-configuration.js";
import { defineOperation, noBody } from "./operation.js";
import { webinarIdParam } from "./streamable.js";
import { findWebinarToStream, WEBINAR_LIVE_STREAM_OUTCOMES } from "./webinar-livestream.js";

/** Tells where a webinar's live stream goes; not whether it runs. */
export const getWebinarLiveStreamDetails = defineOperation({
  id: "getWebinarLiveStreamDetails",
  method: "GET",
  path: "/v2/webinars/{webinarId}/livestream",
  summary: "Get the live stream details of a webinar",
  tag: "Live streaming",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["webinar:read", "webinar:read:admin"],
    granular: ["webinar:read:livestream", "webinar:read:livestream:admin"],
  },
  params: webinarIdParam,
  body: noBody,
  success: "details",
  outcomes: { ...CONFIGURATION_OUTCOMES, ...WEBINAR_LIVE_STREAM_OUTCOMES },
  handle: async ({ params }, context) => {
    const webinar = await findWebinarToStream(params.webinarId, context);
    return "outcome" in webinar ? webinar : readConfiguration(webinar, context.switches);
  },
});
