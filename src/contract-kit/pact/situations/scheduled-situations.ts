import type { Situation, Situations } from "../situation.js";
import { MEETING_REFUSALS, USER_REFUSALS, WEBINAR_REFUSALS } from "./usual-situations.js";

const hosted: Situation["reply"] = ({ userId }) => ({ host_id: userId });
const OCCURRENCE = { occurrence_id: "1648194360000" };

/** Of meetings and webinars as a whole. */
export const SCHEDULED_SITUATIONS: Situations = {
  meetingCreate: { ...USER_REFUSALS, created: [{ state: "a user exists", reply: hosted }] },
  meetings: {
    ...USER_REFUSALS,
    listed: [
      { state: "a meeting of a user exists" },
      { state: "a meeting of a user exists", query: { type: "live", page_size: "30" }, when: "those in progress" },
    ],
  },
  meeting: {
    ...MEETING_REFUSALS,
    details: [
      {
        state: "a meeting of a user exists",
        reply: ({ meetingId, userId }) => ({ id: Number(meetingId), host_id: userId, status: "started" }),
      },
      {
        state: "the meeting has not started",
        when: "before the start",
        reply: ({ meetingId }) => ({ id: Number(meetingId), status: "waiting" }),
      },
    ],
  },
  meetingUpdate: { ...MEETING_REFUSALS, updated: [{ state: "a meeting exists" }] },
  meetingDelete: {
    ...MEETING_REFUSALS,
    deleted: [{ state: "a meeting exists" }],
    occurrenceDeleted: [{ state: "a recurring meeting exists", query: OCCURRENCE }],
    personalRoom: [{ state: "the meeting is a personal room" }],
  },
  meetingStatus: {
    ...MEETING_REFUSALS,
    ended: [{ state: "a meeting exists", body: { action: "end" } }],
    recovered: [{ state: "a meeting exists", body: { action: "recover" } }],
  },
  webinarCreate: { ...USER_REFUSALS, created: [{ state: "a user exists", reply: hosted }] },
  webinars: { ...USER_REFUSALS, listed: [{ state: "a webinar of a user exists" }] },
  webinar: {
    ...WEBINAR_REFUSALS,
    details: [
      {
        state: "a webinar of a user exists",
        reply: ({ webinarId, userId }) => ({ id: Number(webinarId), host_id: userId }),
      },
    ],
  },
  webinarUpdate: { ...WEBINAR_REFUSALS, updated: [{ state: "a webinar exists" }] },
  webinarDelete: {
    ...WEBINAR_REFUSALS,
    deleted: [{ state: "a webinar exists" }],
    occurrenceDeleted: [{ state: "a recurring webinar exists", query: OCCURRENCE }],
  },
  webinarStatus: { ...WEBINAR_REFUSALS, ended: [{ state: "a webinar exists", body: { action: "end" } }] },
};
