import { meetingReply, meetingSchema, sampleMeeting } from "./meeting-reply.js";
import { defineOperation, noBody } from "./operation.js";
import { findScheduledMeeting, SCHEDULED_MEETING_OUTCOMES } from "./scheduled-meeting.js";
import { meetingIdParam } from "./streamable.js";

/** Shows a meeting; by its status clients learn whether it runs. */
export const meeting = defineOperation({
  id: "meeting",
  method: "GET",
  path: "/v2/meetings/{meetingId}",
  summary: "Get a meeting",
  tag: "Meetings",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["meeting:read", "meeting:read:admin"],
    granular: ["meeting:read:meeting", "meeting:read:meeting:admin"],
  },
  params: meetingIdParam,
  body: noBody,
  success: "details",
  outcomes: {
    details: { when: "the meeting exists", required: true, reply: { schema: meetingSchema, sample: sampleMeeting } },
    ...SCHEDULED_MEETING_OUTCOMES,
  },
  handle: async ({ params }, context) => {
    const found = await findScheduledMeeting(params.meetingId, context);
    if ("outcome" in found) return found;
    return { outcome: "details", reply: meetingReply(found.meeting, found.host?.email) };
  },
});
