import type { Situation } from "../situation.js";

type ByOutcome = Readonly<Record<string, readonly Situation[]>>;

/** How operations on one meeting are refused, whatever they do. */
export const MEETING_REFUSALS: ByOutcome = {
  invalidMeetingId: [{ id: ":meetingId" }],
  cannotAccessWebinarInfo: [{ state: "the meeting id belongs to a webinar" }],
  meetingDoesNotExist: [{ state: "no meeting exists" }],
  hostingNotAllowed: [{ state: "the meeting's host is unassigned" }],
};

/** How operations on one webinar are refused, whatever they do. */
export const WEBINAR_REFUSALS: ByOutcome = {
  invalidWebinarId: [{ id: ":webinarId" }],
  webinarDoesNotExist: [{ state: "no webinar exists" }],
  webinarPlanMissing: [{ state: "the webinar's host has no webinar plan" }],
  noPermission: [{ state: "the webinar's host has no permission" }],
};

/** How operations on one user are refused, whatever they do. */
export const USER_REFUSALS: ByOutcome = {
  userDoesNotExist: [{ state: "no user exists" }],
  hostingNotAllowed: [{ state: "the user is unassigned" }],
  webinarPlanMissing: [{ state: "the user has no webinar plan" }],
};
