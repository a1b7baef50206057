import { expect } from "vitest";
import type { ZoomMock } from "../../../src/index.js";
import { type RestCase, zoomError } from "./rest-case.js";

const HOST = "KDcuGIm1QgePTO8WbOqwIQ";
const ID = "68423085";
type Rest = Omit<RestCase, "operation" | "outcome" | "request">;

const METHODS = { webinar: "GET", webinarUpdate: "PATCH", webinarDelete: "DELETE", webinarStatus: "PUT" } as const;
const BODIES: Readonly<Record<string, unknown>> = { PATCH: { topic: "Another" }, PUT: { action: "end" } };
function one(operation: keyof typeof METHODS, outcome: string, rest: Rest, id = ID, given?: unknown): RestCase {
  const method = METHODS[operation];
  const body = given ?? BODIES[method];
  const path = `/v2/webinars/${id}${method === "PUT" ? "/status" : ""}`;
  return { operation, outcome, ...rest, request: { method, path, ...(body !== undefined && { body }) } };
}
const hosted = (operation: string, outcome: string, rest: Rest, user = HOST, body?: unknown, query = ""): RestCase => ({
  ...{ operation, outcome, ...rest },
  request: {
    ...{ method: operation === "webinars" ? "GET" : "POST", path: `/v2/users/${user}/webinars${query}` },
    ...(operation !== "webinars" && { body: body ?? {} }),
  },
});

const refused = (field: string) => ({
  ...zoomError(300, "Validation Failed."),
  errors: [{ field, message: "Invalid field." }],
});
const eventsOf = async (zoom: ZoomMock) => (await zoom.events.list()).map(({ event }) => event);

/** How all four operations on one webinar refuse. */
const REFUSALS = (Object.keys(METHODS) as (keyof typeof METHODS)[]).flatMap((operation) => [
  one(operation, "invalidWebinarId", { status: 400, body: zoomError(300, "Invalid webinar ID.") }, "x"),
  one(operation, "webinarDoesNotExist", { status: 404, body: zoomError(3001, "Webinar does not exist: 404.") }, "404"),
  one(
    operation,
    "webinarPlanMissing",
    // Zoom's oddity: the status of this one is 200.
    { status: operation === "webinarStatus" ? 200 : 400, body: { code: 200 } },
    "82000000203",
  ),
]);

export const WEBINAR_CASES: readonly RestCase[] = [
  ...REFUSALS,
  hosted("webinarCreate", "created", {
    status: 201,
    body: { host_id: HOST, type: 5, duration: 60, settings: { practice_session: false, approval_type: 2 } },
    after: async (zoom) => {
      expect((await zoom.webinars.list()).at(-1)).toMatchObject({ livestream: null, status: "waiting" });
      expect(await eventsOf(zoom)).toEqual(["created"]);
    },
  }),
  hosted("webinarCreate", "created", { status: 201, body: { type: 6 } }, HOST, { type: 6 }),
  hosted("webinarCreate", "validationFailed", { status: 400, body: refused("type") }, HOST, { type: 2 }),
  hosted(
    "webinarCreate",
    "userDoesNotExist",
    { status: 404, body: zoomError(1001, "User nobody does not exist.") },
    "nobody",
  ),
  hosted("webinarCreate", "webinarPlanMissing", { status: 400, body: { code: 200 } }, "user-without-webinar-plan"),
  hosted("webinars", "listed", { status: 200, body: { page_size: 30, page_number: 1, next_page_token: "" } }),
  hosted(
    "webinars",
    "listed",
    {
      prepare: async (zoom) => {
        await zoom.users.put("planner");
        await zoom.webinars.put("1", { host_id: "planner", start_time: "2026-01-30T12:00:00Z", status: "waiting" });
        await zoom.webinars.put("2", { host_id: "planner", start_time: "2026-02-01T12:00:00Z", status: "waiting" });
      },
      status: 200,
      body: { total_records: 1, webinars: [{ id: 2 }] },
    },
    "planner",
    undefined,
    "?type=upcoming",
  ),
  hosted(
    "webinars",
    "userDoesNotExist",
    { status: 404, body: zoomError(1001, "User does not exist: nobody.") },
    "nobody",
  ),
  hosted("webinars", "webinarPlanMissing", { status: 400, body: { code: 200 } }, "user-without-webinar-plan"),
  one("webinar", "details", { status: 200, body: { id: 68423085, topic: "The seeds' webinar", type: 5 } }),
  one("webinarUpdate", "updated", {
    status: 204,
    body: null,
    after: async (zoom) => {
      expect((await zoom.webinars.get(ID)).topic).toBe("Another");
      expect(await eventsOf(zoom)).toEqual(["updated"]);
    },
  }),
  one(
    "webinarUpdate",
    "updated",
    { status: 204, after: async (zoom) => expect(await eventsOf(zoom)).toEqual([]) },
    ID,
    { settings: {} },
  ),
  one("webinarDelete", "deleted", {
    status: 204,
    after: async (zoom) => expect(await eventsOf(zoom)).toEqual(["deleted"]),
  }),
  one(
    "webinarDelete",
    "occurrenceDeleted",
    {
      prepare: (zoom) => zoom.webinars.put(ID, { type: 9 }),
      status: 204,
      after: async (zoom) => expect((await zoom.webinars.get(ID)).id).toBe(ID),
    },
    `${ID}?occurrence_id=1648194360000`,
  ),
  one("webinarStatus", "ended", {
    prepare: (zoom) => zoom.webinars.put(ID, { livestream_status: { status: "live" } }),
    status: 204,
    after: async (zoom) => expect(await eventsOf(zoom)).toEqual(["live_streaming_stopped", "ended"]),
  }),
  one("webinarStatus", "ended", { status: 204 }, "82000000202"),
  one("webinarStatus", "notInProgress", { status: 204 }, "82000000201"),
  one("webinarStatus", "validationFailed", { status: 400, body: refused("action") }, ID, { action: "recover" }),
];
