import type { Situations } from "../situation.js";

/** Of commands to a live stream. */
export const STATUS_SITUATIONS: Situations = {
  meetingLiveStreamStatusUpdate: {
    updated: [
      { state: "a meeting exists" },
      { state: "the meeting's live stream is live", action: "stop" },
      { state: "the meeting's live stream is live", action: "mode" },
    ],
    startThrottled: [{ state: "the meeting's live stream was just started" }],
    missingMeetingId: [{ id: "" }],
    invalidMeetingId: [{ id: ":meetingId" }],
    cannotAccessWebinarInfo: [{ state: "the meeting id belongs to a webinar" }],
    meetingDoesNotExist: [{ state: "no meeting exists" }],
    userDoesNotExist: [{ state: "the meeting's host does not exist" }],
    userNotInAccount: [{ state: "the meeting's host belongs to another account" }],
    hostingNotAllowed: [{ state: "the meeting's host is not licensed" }],
    endToEndEncrypted: [{ state: "the meeting is end-to-end encrypted" }],
    notStarted: [{ state: "the meeting has not started" }],
  },
  webinarLiveStreamStatusUpdate: {
    updated: [{ state: "a webinar exists" }, { state: "the webinar's live stream is live", action: "stop" }],
    invalidWebinarId: [{ id: ":webinarId" }],
    webinarIdDoesNotExist: [{ state: "the webinar id belongs to a meeting" }],
    webinarDoesNotExist: [{ state: "no webinar exists" }],
    userDoesNotExist: [{ state: "the webinar's host does not exist" }],
    webinarPlanMissing: [{ state: "the webinar's host has no webinar plan" }],
    noPermission: [{ state: "the webinar's host has no permission" }],
    notConfigured: [{ state: "the webinar has no stream configuration" }],
    notStarted: [{ state: "the webinar has not started" }],
  },
};
