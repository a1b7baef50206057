import { defineOperation, noBody } from "./operation.js";
import { findScheduledMeeting, SCHEDULED_MEETING_OUTCOMES } from "./scheduled-meeting.js";
import { meetingIdParam } from "./streamable.js";

/** Deletes a meeting, or one occurrence of a recurring one. */
export const meetingDelete = defineOperation({
  id: "meetingDelete",
  method: "DELETE",
  path: "/v2/meetings/{meetingId}",
  summary: "Delete a meeting",
  tag: "Meetings",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["meeting:write", "meeting:write:admin"],
    granular: ["meeting:delete:meeting", "meeting:delete:meeting:admin"],
  },
  params: meetingIdParam,
  query: {
    occurrence_id: { description: "Of a recurring meeting: only this occurrence.", example: "1648194360000" },
    schedule_for_reminder: { description: "Tell the host by e-mail; the mock tells nobody.", example: "false" },
    cancel_meeting_reminder: { description: "Tell registrants by e-mail; the mock tells nobody.", example: "false" },
  },
  body: noBody,
  success: "deleted",
  outcomes: {
    deleted: { when: "the meeting is deleted, with its stream configuration", required: true },
    occurrenceDeleted: { when: "one occurrence of a recurring meeting is deleted; the meeting stays", required: true },
    ...SCHEDULED_MEETING_OUTCOMES,
    personalRoom: { when: "the meeting is a personal room (type 4)" },
  },
  handle: async ({ params, query }, context) => {
    const found = await findScheduledMeeting(params.meetingId, context);
    if ("outcome" in found) return found;
    const { id, type } = found.meeting;
    if (context.knows("personalRoom") && type === 4) return { outcome: "personalRoom" };
    // The mock keeps no occurrences; what must not happen is that a whole series goes.
    if (query.occurrence_id !== undefined && type === 8) return { outcome: "occurrenceDeleted" };
    context.world.delete("meetings", id);
    context.world.announce("deleted", "meetings", id);
    return { outcome: "deleted" };
  },
});
