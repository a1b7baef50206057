import { expect } from "vitest";
import type { ZoomMock } from "../../../src/index.js";
import { type RestCase, zoomError } from "./rest-case.js";

const HOST = "KDcuGIm1QgePTO8WbOqwIQ";
const ID = "68423085";
type Rest = Omit<RestCase, "operation" | "outcome" | "request">;

const one = (operation: string, method: string, outcome: string, rest: Rest, id = ID, body?: unknown): RestCase => ({
  ...{ operation, outcome, ...rest },
  request: {
    ...{ method, path: `/v2/meetings/${id}` },
    ...(method === "PATCH" && { body: body ?? { topic: "Another" } }),
  },
});
const status = (outcome: string, rest: Rest, id = ID, body: unknown = { action: "end" }): RestCase => ({
  ...{ operation: "meetingStatus", outcome, ...rest },
  request: { method: "PUT", path: `/v2/meetings/${id}/status`, body },
});
const create = (outcome: string, rest: Rest, body: unknown = {}, user = HOST): RestCase => ({
  ...{ operation: "meetingCreate", outcome, ...rest },
  request: { method: "POST", path: `/v2/users/${user}/meetings`, body },
});
const list = (outcome: string, rest: Rest, query = "", user = HOST): RestCase => ({
  ...{ operation: "meetings", outcome, ...rest },
  request: { method: "GET", path: `/v2/users/${user}/meetings${query}` },
});

const refused = (field: string) => ({
  ...zoomError(300, "Validation Failed."),
  errors: [{ field, message: "Invalid field." }],
});
const WEBINAR_ONLY = "82746065432";
const withoutLicence = (zoom: ZoomMock) => zoom.users.put(HOST, { type: 99 });

/** How all four operations on one meeting refuse. */
const REFUSALS = (["meeting", "meetingUpdate", "meetingDelete", "meetingStatus"] as const).flatMap((operation) => {
  const methods = { meeting: "GET", meetingUpdate: "PATCH", meetingDelete: "DELETE" };
  const call = (outcome: string, rest: Rest, id?: string) =>
    operation === "meetingStatus" ? status(outcome, rest, id) : one(operation, methods[operation], outcome, rest, id);
  return [
    call("invalidMeetingId", { status: 400, body: { code: 300 } }, "x"),
    call("cannotAccessWebinarInfo", { status: 400, body: { code: 3000 } }, WEBINAR_ONLY),
    call("meetingDoesNotExist", { status: 404, body: zoomError(3001, "Meeting does not exist: 404.") }, "404"),
    call("hostingNotAllowed", { prepare: withoutLicence, status: 400, body: { code: 3161 } }),
  ];
});

/** The meetings of a world by status and time; the clock stands at 2026-01-31T12:00:00Z. */
const someMeetings = async (zoom: ZoomMock) => {
  const at = (start_time: string, more: object = {}) => ({ start_time, status: "waiting" as const, ...more });
  await zoom.users.put("planner");
  const plans = { past: at("2026-01-30T12:00:00Z"), next: at("2026-02-01T12:00:00Z") };
  await zoom.meetings.put("1001", { host_id: "planner", ...plans.past });
  await zoom.meetings.put("1002", { host_id: "planner", ...plans.next });
  await zoom.meetings.put("1003", { host_id: "planner", ...plans.past, status: "started" });
  await zoom.meetings.put("1004", { host_id: "planner", type: 3, status: "waiting" });
  await zoom.meetings.put("1005", { host_id: "planner", type: 1, status: "waiting" });
};
const listed = (query: string, ids: readonly number[]): RestCase =>
  list(
    "listed",
    { prepare: someMeetings, status: 200, body: { total_records: ids.length, meetings: ids.map((id) => ({ id })) } },
    query,
    "planner",
  );

const waits = (id: string) => async (zoom: ZoomMock) => expect((await zoom.meetings.get(id)).status).toBe("waiting");

export const MEETING_CASES: readonly RestCase[] = [
  ...REFUSALS,
  create("created", {
    status: 201,
    body: {
      host_id: HOST,
      type: 2,
      status: "waiting",
      duration: 60,
      topic: "Zoom Meeting",
      creation_source: "open_api",
    },
    after: async (zoom) => {
      const { id, livestream, start_time } = (await zoom.meetings.list()).at(-1) ?? {};
      expect([livestream, start_time]).toEqual([null, "2026-01-31T12:00:00Z"]);
      expect(await zoom.events.list()).toMatchObject([{ event: "created", kind: "meetings", id }]);
    },
  }),
  create("created", { status: 201, body: { type: 1, status: "waiting" } }, { type: 1 }),
  create("created", { status: 201, body: { type: 3 } }, { type: 3, recurrence: { type: 1 }, what_is_this: true }),
  create(
    "created",
    { status: 201, body: { start_time: "2026-07-01T16:00:00Z", timezone: "America/Los_Angeles" } },
    { start_time: "2026-07-01T09:00:00", timezone: "America/Los_Angeles" },
  ),
  create(
    "created",
    {
      status: 201,
      body: { settings: { auto_recording: "none", host_video: true, waiting_room: false, approval_type: 2 } },
    },
    { settings: { auto_recording: "moon", host_video: true, jbh_time: 5 } },
    "me",
  ),
  create("validationFailed", { status: 400, body: refused("topic") }, { topic: "t".repeat(201) }),
  create("validationFailed", { status: 400, body: refused("agenda") }, { agenda: "a".repeat(2001) }),
  create("validationFailed", { status: 400, body: refused("password") }, { password: "12345678901" }),
  create("validationFailed", { status: 400, body: refused("type") }, { type: 7 }),
  create("validationFailed", { status: 400, body: refused("start_time") }, { start_time: "tomorrow" }),
  create("validationFailed", { status: 400, body: refused("settings") }, { settings: [] }),
  create("userDoesNotExist", { status: 404, body: zoomError(1001, "User does not exist: nobody.") }, {}, "nobody"),
  create("hostingNotAllowed", { prepare: withoutLicence, status: 400, body: { code: 3161 } }),
  list("listed", { status: 200, body: { page_count: 1, page_number: 1, page_size: 30, next_page_token: "" } }),
  list("listed", { status: 200, body: { page_size: 300 } }, "?page_size=5000"),
  list("listed", { status: 200, body: { page_size: 30, page_number: 1 } }, "?page_size=-1&page_number=x&from=y"),
  list(
    "listed",
    { status: 200, body: { page_size: 2, page_number: 2, next_page_token: "after-81000003000" } },
    "?page_size=2&page_number=2",
  ),
  listed("", [1001, 1002, 1003, 1004]),
  listed("?type=anything", [1001, 1002, 1003, 1004]),
  listed("?type=live", [1003]),
  listed("?type=upcoming", [1002, 1003, 1004]),
  listed("?type=upcoming_meetings", [1002, 1003, 1004]),
  listed("?type=previous_meetings", [1001]),
  list("userDoesNotExist", { status: 404, body: zoomError(1001, "User does not exist: nobody.") }, "", "nobody"),
  one("meeting", "GET", "details", {
    status: 200,
    body: {
      id: 68423085,
      status: "started",
      topic: "The seeds' meeting",
      settings: { encryption_type: "enhanced_encryption" },
    },
  }),
  one("meeting", "GET", "details", { status: 200, body: { status: "started" } }, "81000003161"),
  one("meetingUpdate", "PATCH", "updated", {
    status: 204,
    body: null,
    after: async (zoom) => {
      expect((await zoom.meetings.get(ID)).topic).toBe("Another");
      expect((await zoom.events.list()).map(({ event }) => event)).toEqual(["updated"]);
    },
  }),
  one(
    "meetingUpdate",
    "PATCH",
    "updated",
    { status: 204, after: async (zoom) => expect(await zoom.events.list()).toEqual([]) },
    ID,
    { settings: {} },
  ),
  one(
    "meetingUpdate",
    "PATCH",
    "updated",
    {
      prepare: (zoom) => zoom.meetings.put(ID, { settings: { auto_recording: "cloud", watermark: true } }),
      status: 204,
      after: async (zoom) =>
        expect((await zoom.meetings.get(ID)).settings).toEqual({ auto_recording: "none", watermark: true }),
    },
    ID,
    { settings: { auto_recording: "moon" } },
  ),
  one("meetingUpdate", "PATCH", "validationFailed", { status: 400, body: refused("duration") }, ID, {
    duration: "long",
  }),
  one("meetingDelete", "DELETE", "deleted", {
    status: 204,
    after: async (zoom) => {
      await expect(zoom.meetings.get(ID)).rejects.toThrow(/Failed to find/);
      expect(await zoom.events.list()).toMatchObject([{ event: "deleted", id: ID, uuid: expect.any(String) }]);
    },
  }),
  one("meetingDelete", "DELETE", "personalRoom", {
    prepare: (zoom) => zoom.meetings.put(ID, { type: 4 }),
    status: 400,
    body: zoomError(3018, "Not allowed to delete PMI."),
  }),
  one(
    "meetingDelete",
    "DELETE",
    "occurrenceDeleted",
    {
      prepare: (zoom) => zoom.meetings.put(ID, { type: 8 }),
      status: 204,
      after: async (zoom) => expect((await zoom.meetings.get(ID)).id).toBe(ID),
    },
    `${ID}?occurrence_id=1648194360000`,
  ),
  status("ended", { status: 204, body: null, after: waits(ID) }),
  status("ended", {
    prepare: (zoom) => zoom.meetings.put(ID, { livestream_status: { status: "live" } }),
    status: 204,
    after: async (zoom) => {
      expect((await zoom.meetings.get(ID)).livestream_status.status).toBe("stopped");
      expect((await zoom.events.list()).map(({ event }) => event)).toEqual(["live_streaming_stopped", "ended"]);
    },
  }),
  status("notInProgress", { status: 204, after: waits("81000004927") }, "81000004927"),
  status("recovered", { status: 204 }, ID, { action: "recover" }),
  status("validationFailed", { status: 400, body: refused("action") }, ID, { action: "END" }),
];
