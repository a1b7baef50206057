import { JOIN_TOKEN_OUTCOMES, joinToken } from "./live-streaming-join-token.js";
import { defineOperation, noBody } from "./operation.js";
import { findMeeting, MEETING_OUTCOMES, meetingIdParam } from "./streamable.js";

/** Gives a token with which a bot gets the raw data of a meeting's live stream. */
export const meetingLiveStreamingJoinToken = defineOperation({
  id: "meetingLiveStreamingJoinToken",
  method: "GET",
  path: "/v2/meetings/{meetingId}/jointoken/live_streaming",
  summary: "Get a meeting's join token for live streaming",
  tag: "Live streaming",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["meeting_token:read:live_streaming", "meeting_token:read:admin:live_streaming"],
    granular: ["meeting:read:live_streaming_token", "meeting:read:live_streaming_token:admin"],
  },
  params: meetingIdParam,
  body: noBody,
  success: "joinToken",
  outcomes: {
    ...JOIN_TOKEN_OUTCOMES,
    ...MEETING_OUTCOMES,
    meetingIdDoesNotExist: { when: "no meeting has the id, with switch joinTokenUnknownMeeting=meetingIdDoesNotExist" },
  },
  handle: async ({ params }, context) => {
    const { world, switches, knows } = context;
    const meeting = await findMeeting(params.meetingId, context);
    if ("outcome" in meeting) {
      const { joinTokenUnknownMeeting: unknown } = switches;
      return meeting.outcome === "meetingDoesNotExist" && knows(unknown) ? { outcome: unknown } : meeting;
    }
    const host = await world.get("users", meeting.host_id);
    return joinToken(host?.settings.in_meeting.allow_live_streaming !== false, context);
  },
});
