import { type Case, invalid, isLive, JUST_LIVE, MEETING, meeting, WEBINAR, webinar } from "./case.js";
import { common } from "./common-cases.js";

/** Every answer of profile 2025. */
export const CASES_2025: readonly Case[] = [
  ...common(MEETING, "meetings", "meeting"),
  ...common(WEBINAR, "webinars", "webinar"),
  meeting("missingMeetingId", "meetings/", { status: 400, code: 300, message: "Invalid meeting ID." }),
  meeting("invalidMeetingId", "meetings/:meetingId", { status: 400, code: 300, message: "Invalid meeting ID." }),
  meeting("cannotAccessWebinarInfo", "meetings/82746065432", {
    status: 400,
    code: 3000,
    message: "Cannot access webinar info.",
  }),
  meeting("meetingDoesNotExist", "meetings/404", {
    status: 404,
    code: 3001,
    message: "Meeting does not exist: 404.",
  }),
  meeting("hostingNotAllowed", "meetings/81000003161", {
    status: 400,
    code: 3161,
    message: "Your user account is not allowed meeting hosting and scheduling capabilities.",
  }),
  meeting("endToEndEncrypted", "meetings/81000004400", {
    status: 400,
    code: 4400,
    message: "End-to-end encrypted meetings currently do not support the livestreaming feature.",
  }),
  meeting("notStarted", "meetings/81000004927", {
    status: 400,
    code: 4927,
    message: "Meeting 81000004927 has not started.",
  }),
  meeting("notConfigured", "meetings/81000003000", {
    status: 400,
    code: 3000,
    message: "The current meeting is not configured with a custom streaming service.",
  }),
  meeting("notConfigured", "meetings/81000003000", {
    prepare: (zoom) => zoom.meetings.put("81000003000", { livestream: null, status: "waiting" }),
    status: 400,
    code: 3000,
  }),
  // This description has no answer for such hosts: the rules do not apply.
  meeting("updated", "meetings/81000001001", { status: 204 }),
  meeting("updated", "meetings/81000001010", { status: 204 }),
  meeting("updated", "meetings/81000003000", {
    headers: { "x-test-switch": "unconfiguredMeeting=accept" },
    status: 204,
  }),
  meeting("updated", "meetings/68423085", {
    prepare: isLive("meetings"),
    command: { action: "mode", settings: { layout: "speaker_view", close_caption: "embedded" } },
    status: 204,
  }),
  meeting("notLive", "meetings/68423085", {
    command: { action: "mode", settings: { layout: "gallery_view" } },
    status: 400,
    code: 3000,
    message: "The live stream of this meeting has not started.",
  }),
  meeting("validationFailed", "meetings/68423085", {
    command: { action: "start", settings: { layout: "grid", close_caption: "on" } },
    status: 400,
    errors: [invalid("settings.layout"), invalid("settings.close_caption")],
  }),
  meeting("updated", "meetings/68423085", {
    prepare: (zoom) => zoom.meetings.put("68423085", { livestream_status: { ...JUST_LIVE, status: "stopped" } }),
    status: 204,
  }),
  webinar("invalidWebinarId", "webinars/", { status: 400, code: 300, message: "Invalid webinar ID." }),
  webinar("invalidWebinarId", "webinars/:webinarId", { status: 400, code: 300, message: "Invalid webinar ID." }),
  webinar("webinarDoesNotExist", "webinars/85746065432", {
    status: 404,
    code: 3001,
    message: "Webinar does not exist: 85746065432.",
  }),
  webinar("userDoesNotExist", "webinars/82000001001", {
    status: 400,
    code: 1001,
    message: "User does not exist: nobody.",
  }),
  webinar("webinarPlanMissing", "webinars/82000000203", {
    status: 400,
    code: 200,
    message:
      "Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user in order to perform this action.",
  }),
  webinar("noPermission", "webinars/82000000204", { status: 400, code: 200, message: "No permission." }),
  webinar("notConfigured", "webinars/82000003000", {
    status: 400,
    code: 3000,
    message: "The current webinar is not configured with a custom streaming service.",
  }),
  webinar("notConfigured", "webinars/82000003000", {
    prepare: (zoom) => zoom.webinars.put("82000003000", { livestream: null, status: "waiting" }),
    status: 400,
    code: 3000,
  }),
  webinar("notStarted", "webinars/82000000201", {
    status: 400,
    code: 200,
    message: "Webinar 82000000201 has not started.",
  }),
  webinar("notStarted", "webinars/82000000202", {
    status: 400,
    code: 200,
    message: "Webinar 82000000202 has not started.",
  }),
  webinar("validationFailed", "webinars/68423085", {
    command: { action: "mode" },
    status: 400,
    errors: [invalid("action")],
  }),
];
