import { configured, liveStreamConfigurationBody, sampleConfiguration } from "./livestream-configuration.js";
import { defineOperation } from "./operation.js";
import { findMeeting, MEETING_OUTCOMES, meetingIdParam } from "./streamable.js";

/** Tells a meeting where its live stream goes. */
export const meetingLiveStreamUpdate = defineOperation({
  id: "meetingLiveStreamUpdate",
  method: "PATCH",
  path: "/v2/meetings/{meetingId}/livestream",
  summary: "Update the live stream of a meeting",
  tag: "Live streaming",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["meeting:write", "meeting:write:admin"],
    granular: ["meeting:update:livestream", "meeting:update:livestream:admin"],
  },
  params: meetingIdParam,
  body: liveStreamConfigurationBody,
  sampleBody: sampleConfiguration,
  success: "updated",
  outcomes: {
    updated: { when: "the configuration is accepted, also while the meeting runs", required: true },
    ...MEETING_OUTCOMES,
  },
  handle: async ({ params, body }, context) => {
    const meeting = await findMeeting(params.meetingId, context);
    if ("outcome" in meeting) return meeting;
    context.world.put("meetings", configured(meeting, body));
    return { outcome: "updated" };
  },
});
