import { meetingBody, sampleMeetingBody } from "./meeting-body.js";
import { defineOperation } from "./operation.js";
import { revised } from "./scheduled-body.js";
import { findScheduledMeeting, SCHEDULED_MEETING_OUTCOMES } from "./scheduled-meeting.js";
import { meetingIdParam } from "./streamable.js";

/** Changes a meeting. What the body leaves out stays, setting by setting. */
export const meetingUpdate = defineOperation({
  id: "meetingUpdate",
  method: "PATCH",
  path: "/v2/meetings/{meetingId}",
  summary: "Update a meeting",
  tag: "Meetings",
  rateLimit: "LIGHT",
  limitedPerUser: true,
  scopes: {
    classic: ["meeting:write", "meeting:write:admin"],
    granular: ["meeting:update:meeting", "meeting:update:meeting:admin"],
  },
  params: meetingIdParam,
  body: meetingBody,
  sampleBody: sampleMeetingBody,
  success: "updated",
  outcomes: {
    updated: { when: "the change is accepted, also one that changes nothing", required: true },
    ...SCHEDULED_MEETING_OUTCOMES,
  },
  handle: async ({ params, body }, context) => {
    const found = await findScheduledMeeting(params.meetingId, context);
    if ("outcome" in found) return found;
    const next = revised(found.meeting, body);
    if (next !== found.meeting) {
      context.world.put("meetings", next);
      context.world.announce("updated", "meetings", next.id);
    }
    return { outcome: "updated" };
  },
});
