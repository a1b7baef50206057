import { type Case, invalid, JUST_LIVE, MEETING, meeting, WEBINAR, webinar } from "./case.js";
import { common } from "./common-cases.js";

const tooMany = (id: string) =>
  `Too many requests submitted to start the live stream of this meeting: ${id}. If the live stream has not already started, retry making a new request after 30 seconds.`;

/** Every answer of profile 2021. */
export const CASES_2021: readonly Case[] = [
  ...common(MEETING, "meetings", "meeting"),
  ...common(WEBINAR, "webinars", "webinar"),
  meeting("missingMeetingId", "meetings/", { status: 300, code: 300, message: "Missing meetingId." }),
  meeting("missingMeetingId", "meetings/%20", { status: 300, code: 300, message: "Missing meetingId." }),
  meeting("missingMeetingId", "meetings", { status: 300, code: 300, message: "Missing meetingId." }),
  meeting("invalidMeetingId", "meetings/:meetingId", { status: 300, code: 300, message: "Invalid meetingId" }),
  meeting("invalidMeetingId", "meetings/0", { status: 300, code: 300, message: "Invalid meetingId" }),
  meeting("invalidMeetingId", "meetings/9223372036854775808", {
    status: 300,
    code: 300,
    message: "Invalid meetingId",
  }),
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
  meeting("userDoesNotExist", "meetings/81000001001", {
    status: 404,
    code: 1001,
    message: "User nobody does not exist.",
  }),
  meeting("userNotInAccount", "meetings/81000001010", {
    status: 400,
    code: 1010,
    message: "User does not belong to this account: zjXTYXf1R8WQVOZu_2CVuA.",
  }),
  meeting("startThrottled", "meetings/68423085", {
    prepare: (zoom) => zoom.meetings.put("68423085", { livestream_status: JUST_LIVE }),
    status: 429,
    code: 429,
    message: tooMany("68423085"),
    retryAfter: "20",
  }),
  meeting("validationFailed", "meetings/68423085", {
    command: { action: "mode" },
    status: 400,
    errors: [invalid("action")],
  }),
  meeting("updated", "meetings/81000004927", { status: 204 }),
  meeting("updated", "meetings/81000004400", { status: 204 }),
  webinar("invalidWebinarId", "webinars/", { status: 400, code: 300, message: "Invalid Webinar Id." }),
  webinar("invalidWebinarId", "webinars/:webinarId", { status: 400, code: 300, message: "Invalid Webinar Id." }),
  webinar("webinarIdDoesNotExist", "webinars/85746065432", {
    status: 400,
    code: 300,
    message: "Webinar Id does not exist.",
  }),
  webinar("webinarDoesNotExist", "webinars/404", {
    status: 400,
    code: 3001,
    message: "Webinar does not exist: 404.",
  }),
  webinar("userDoesNotExist", "webinars/82000001001", {
    status: 400,
    code: 1001,
    message: "User does not exist: nobody.",
  }),
];
