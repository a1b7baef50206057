import { expect } from "vitest";
import { type RestCase, zoomError } from "./rest-case.js";

const OPERATIONS = { meetings: "meetingLiveStreamingJoinToken", webinars: "webinarLiveStreamingJoinToken" };

/** A request for a token of a meeting or webinar. */
function joinToken(
  kind: keyof typeof OPERATIONS,
  id: string,
  outcome: string,
  status: number,
  body: object,
  options: RestCase["options"] = {},
): RestCase {
  const request = { method: "GET", path: `/v2/${kind}/${id}/jointoken/live_streaming` };
  return { operation: OPERATIONS[kind], outcome, request, status, body, options };
}

const TOKEN = { expire_in: 120, token: expect.stringMatching(/^\w{64}$/) };
const NOT_ALLOWED = (kind: string) =>
  zoomError(
    3000,
    `Not allowed to start live streaming. To use this feature, enable the "Allow livestreaming of ${kind}" setting in the "Settings" page of the Zoom web portal.`,
  );

export const JOIN_TOKEN_CASES: readonly RestCase[] = [
  joinToken("meetings", "68423085", "joinToken", 200, TOKEN),
  // Whether the meeting runs and where its stream goes does not matter.
  joinToken("meetings", "81000004927", "joinToken", 200, TOKEN),
  joinToken("meetings", "81000003000", "joinToken", 200, TOKEN),
  joinToken("meetings", "81000013000", "liveStreamingNotAllowed", 400, NOT_ALLOWED("meetings")),
  joinToken("meetings", "x", "invalidMeetingId", 400, zoomError(300, "Invalid meeting ID.")),
  joinToken(
    "meetings",
    "82746065432",
    "cannotAccessWebinarInfo",
    400,
    zoomError(3000, "Cannot access webinar information."),
  ),
  joinToken("meetings", "404", "meetingDoesNotExist", 404, zoomError(3001, "Meeting does not exist: 404.")),
  joinToken("meetings", "404", "meetingIdDoesNotExist", 404, zoomError(300, "Meeting ID does not exist."), {
    switches: { joinTokenUnknownMeeting: "meetingIdDoesNotExist" },
  }),
  joinToken("meetings", "81000003161", "hostingNotAllowed", 400, { code: 3161 }),
  joinToken("webinars", "68423085", "joinToken", 200, TOKEN),
  joinToken("webinars", "82000013000", "liveStreamingNotAllowed", 400, NOT_ALLOWED("webinars")),
  joinToken("webinars", "x", "invalidWebinarId", 400, zoomError(300, "Invalid webinar ID.")),
  joinToken("webinars", "404", "webinarDoesNotExist", 404, zoomError(3001, "Webinar does not exist: 404.")),
  joinToken("webinars", "82000000203", "webinarPlanMissing", 400, { code: 200 }),
  joinToken("webinars", "82000000204", "noPermission", 400, zoomError(200, "No permission.")),
];
