import { JOIN_TOKEN_OUTCOMES, joinToken } from "./live-streaming-join-token.js";
import { defineOperation, noBody } from "./operation.js";
import { findWebinar, WEBINAR_OUTCOMES, webinarIdParam } from "./streamable.js";

/** Gives a token with which a bot gets the raw data of a webinar's live stream. */
export const webinarLiveStreamingJoinToken = defineOperation({
  id: "webinarLiveStreamingJoinToken",
  method: "GET",
  path: "/v2/webinars/{webinarId}/jointoken/live_streaming",
  summary: "Get a webinar's join token for live streaming",
  tag: "Live streaming",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["webinar_token:read:live_streaming", "webinar_token:read:admin:live_streaming"],
    granular: ["webinar:read:live_streaming_token", "webinar:read:live_streaming_token:admin"],
  },
  params: webinarIdParam,
  body: noBody,
  success: "joinToken",
  outcomes: { ...JOIN_TOKEN_OUTCOMES, ...WEBINAR_OUTCOMES },
  handle: async ({ params }, context) => {
    const webinar = await findWebinar(params.webinarId, context);
    if ("outcome" in webinar) return webinar;
    const host = await context.world.get("users", webinar.host_id);
    return joinToken(host?.settings.in_meeting.webinar_live_streaming.enable !== false, context);
  },
});
