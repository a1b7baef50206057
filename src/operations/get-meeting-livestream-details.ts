import { CONFIGURATION_OUTCOMES, readConfiguration } from "./livestream-configuration.js";
import { defineOperation, noBody } from "./operation.js";
import { findMeeting, MEETING_OUTCOMES, meetingIdParam } from "./streamable.js";

/** Tells where a meeting's live stream goes; not whether it runs. */
export const getMeetingLiveStreamDetails = defineOperation({
  id: "getMeetingLiveStreamDetails",
  method: "GET",
  path: "/v2/meetings/{meetingId}/livestream",
  summary: "Get the live stream details of a meeting",
  tag: "Live streaming",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["meeting:read", "meeting:read:admin"],
    granular: ["meeting:read:livestream", "meeting:read:livestream:admin"],
  },
  params: meetingIdParam,
  body: noBody,
  success: "details",
  outcomes: { ...CONFIGURATION_OUTCOMES, ...MEETING_OUTCOMES },
  handle: async ({ params }, context) => {
    const meeting = await findMeeting(params.meetingId, context);
    return "outcome" in meeting ? meeting : readConfiguration(meeting, context.switches);
  },
});
