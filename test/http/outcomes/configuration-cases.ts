import { expect } from "vitest";
import { type RestCase, zoomError } from "./rest-case.js";

const CONFIGURATION = {
  stream_url: "rtmps://live.example.com:443/app",
  stream_key: "user?token=a/b=",
  page_url: "https://example.com/event",
};
const ID = "68423085";
const NOT_ENABLED = "The current user has not enabled the custom live streaming feature of the webinar.";

function meetingUpdate(
  outcome: string,
  rest: Omit<RestCase, "operation" | "outcome" | "request">,
  body: unknown = CONFIGURATION,
  id = ID,
): RestCase {
  const request = { method: "PATCH", path: `/v2/meetings/${id}/livestream`, body };
  return { operation: "meetingLiveStreamUpdate", outcome, request, ...rest };
}
function meetingDetails(outcome: string, rest: Omit<RestCase, "operation" | "outcome" | "request">, id = ID): RestCase {
  const request = { method: "GET", path: `/v2/meetings/${id}/livestream` };
  return { operation: "getMeetingLiveStreamDetails", outcome, request, ...rest };
}

function webinarUpdate(
  outcome: string,
  rest: Omit<RestCase, "operation" | "outcome" | "request">,
  id = ID,
  body: unknown = CONFIGURATION,
): RestCase {
  const request = { method: "PATCH", path: `/v2/webinars/${id}/livestream`, body };
  return { operation: "webinarLiveStreamUpdate", outcome, request, ...rest };
}
function webinarDetails(outcome: string, rest: Omit<RestCase, "operation" | "outcome" | "request">, id = ID): RestCase {
  const request = { method: "GET", path: `/v2/webinars/${id}/livestream` };
  return { operation: "getWebinarLiveStreamDetails", outcome, request, ...rest };
}

const refused = (field: string, message: string) => ({
  ...zoomError(300, "Validation Failed."),
  errors: [{ field, message }],
});

/** Both operations on a webinar's configuration refuse alike. */
const webinarRefusals = [
  ["invalidWebinarId", "0", 400, zoomError(300, "Invalid webinar ID.")],
  ["webinarDoesNotExist", "85746065432", 404, zoomError(3001, "Webinar does not exist: 85746065432.")],
  [
    "webinarPlanMissing",
    "82000000203",
    400,
    { code: 200, message: expect.stringMatching(/^Webinar plan is missing\. /) },
  ],
  ["noPermission", "82000000204", 400, zoomError(200, "No permission.")],
  ["customLiveStreamingNotEnabled", "82000000205", 400, zoomError(200, NOT_ENABLED)],
  ["customLiveStreamingNotEnabled", "82000013000", 400, zoomError(200, NOT_ENABLED)],
] as const;

export const CONFIGURATION_CASES: readonly RestCase[] = [
  meetingUpdate("updated", {
    status: 204,
    body: null,
    after: async (zoom) => expect((await zoom.meetings.get(ID)).livestream).toEqual(CONFIGURATION),
  }),
  meetingUpdate("updated", { status: 204 }, { ...CONFIGURATION, page_url: "", resolution: "1080p" }),
  meetingUpdate(
    "validationFailed",
    { status: 400, body: refused("stream_key", "Missing field.") },
    { stream_url: "rtmp://a", page_url: "" },
  ),
  meetingUpdate(
    "validationFailed",
    { status: 400, body: refused("stream_key", "Invalid field.") },
    { ...CONFIGURATION, stream_key: "k".repeat(513) },
  ),
  meetingUpdate(
    "validationFailed",
    { status: 400, body: refused("stream_url", "Invalid field.") },
    { ...CONFIGURATION, stream_url: "u".repeat(1025) },
  ),
  meetingUpdate(
    "validationFailed",
    { status: 400, body: refused("resolution", "Invalid field.") },
    { ...CONFIGURATION, resolution: "4k" },
  ),
  meetingUpdate("invalidMeetingId", { status: 400, body: zoomError(300, "Invalid meeting ID.") }, CONFIGURATION, "x"),
  meetingUpdate(
    "cannotAccessWebinarInfo",
    { status: 400, body: zoomError(3000, "Cannot access webinar info.") },
    CONFIGURATION,
    "82746065432",
  ),
  meetingUpdate(
    "meetingDoesNotExist",
    { status: 404, body: zoomError(3001, "Meeting does not exist: 404.") },
    CONFIGURATION,
    "404",
  ),
  meetingUpdate("hostingNotAllowed", { status: 400, body: { code: 3161 } }, CONFIGURATION, "81000003161"),
  meetingDetails("details", {
    status: 200,
    body: { stream_key: "zoom-mock-stream-key", page_url: "https://example.com/live" },
  }),
  meetingDetails("notConfigured", { status: 200, body: null }, "81000003000"),
  meetingDetails(
    "notConfiguredMembers",
    {
      options: { switches: { unconfiguredRead: "emptyMembers" } },
      status: 200,
      body: { stream_key: "", stream_url: "", page_url: "" },
    },
    "81000003000",
  ),
  meetingDetails("invalidMeetingId", { status: 400, body: zoomError(300, "Invalid meeting id.") }, "0"),
  meetingDetails("meetingDoesNotExist", { status: 404, body: zoomError(3001, "Meeting does not exist: 404.") }, "404"),
  meetingDetails("hostingNotAllowed", { status: 400, body: { code: 3161 } }, "81000003161"),
  meetingDetails(
    "cannotAccessWebinarInfo",
    { status: 400, body: zoomError(3000, "Cannot access webinar info.") },
    "82746065432",
  ),
  webinarUpdate("updated", {
    status: 204,
    body: null,
    after: async (zoom) => expect((await zoom.webinars.get(ID)).livestream).toEqual(CONFIGURATION),
  }),
  webinarUpdate("updated", { status: 204, body: null }, "82000003000"),
  // The host does not matter where there is none.
  webinarUpdate("updated", { status: 204, body: null }, "82000001001"),
  webinarUpdate("validationFailed", { status: 400, body: refused("page_url", "Missing field.") }, ID, {
    stream_url: "rtmp://a",
    stream_key: "k",
  }),
  webinarDetails("details", {
    status: 200,
    body: { stream_key: "zoom-mock-stream-key", page_url: "https://example.com/live" },
  }),
  webinarDetails("notConfigured", { status: 200, body: null }, "82000003000"),
  webinarDetails(
    "notConfiguredMembers",
    {
      options: { switches: { unconfiguredRead: "emptyMembers" } },
      status: 200,
      body: { stream_key: "", stream_url: "", page_url: "" },
    },
    "82000003000",
  ),
  ...webinarRefusals.flatMap(([outcome, id, status, body]) => [
    webinarUpdate(outcome, { status, body }, id),
    webinarDetails(outcome, { status, body }, id),
  ]),
];
