import * as v from "valibot";
import { endSession } from "./end-session.js";
import { defineOperation } from "./operation.js";
import { findScheduledMeeting, SCHEDULED_MEETING_OUTCOMES } from "./scheduled-meeting.js";
import { meetingIdParam } from "./streamable.js";

/** Ends a meeting, and with it its stream. */
export const meetingStatus = defineOperation({
  id: "meetingStatus",
  method: "PUT",
  path: "/v2/meetings/{meetingId}/status",
  summary: "Update the status of a meeting",
  tag: "Meetings",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["meeting:write", "meeting:write:admin"],
    granular: ["meeting:update:status", "meeting:update:status:admin"],
  },
  params: meetingIdParam,
  body: () => v.object({ action: v.picklist(["end", "recover"]) }),
  sampleBody: { action: "end" },
  success: "ended",
  outcomes: {
    ended: { when: "the meeting is ended", required: true },
    notInProgress: { when: "there is nothing to end; nothing happens", required: true },
    recovered: { when: "a meeting that is there is to be recovered; nothing happens", required: true },
    ...SCHEDULED_MEETING_OUTCOMES,
  },
  handle: async ({ params, body }, context) => {
    const found = await findScheduledMeeting(params.meetingId, context);
    if ("outcome" in found) return found;
    if (body.action === "recover") return { outcome: "recovered" };
    return { outcome: endSession("meetings", found.meeting, context) ? "ended" : "notInProgress" };
  },
});
