import { describe, expect, test } from "vitest";
import { connectZoomMock, type Scenario, type StartOptions, startZoomMock, type ZoomMock } from "../../src/index.js";
import { send } from "../support/commands.js";
import { call } from "../support/rest.js";

const scenario: Scenario = {
  account_id: "a",
  users: [{ id: "host" }],
  meetings: [
    { id: "1", status: "waiting", start_time: "2026-01-31T13:00:00Z", duration: 30 },
    { id: "2", status: "waiting", start_time: "2026-01-31T12:30:00Z", duration: 60 },
    { id: "3", status: "waiting", start_time: "2026-01-31T11:00:00Z", duration: 180 },
    { id: "4", status: "waiting", type: 3 },
  ],
  webinars: [{ id: "5", status: "practice", start_time: "2026-01-31T13:00:00Z", duration: 600 }],
};
const options = (scheduledSessions: "wait" | "start" | "startAndEnd"): StartOptions => ({
  ...{ profile: "2025", frozenAt: "2026-01-31T12:00:00Z", scenario, switches: { scheduledSessions } },
});
const events = async (zoom: ZoomMock) =>
  (await zoom.events.list()).map(({ at, event, id }) => `${at.slice(11, 16)} ${event} ${id}`);

describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("a mock used %s", (_title, use) => {
  test("starts and ends what is scheduled in its order, as the clock is moved, and tells what ran", async () => {
    await using started = await startZoomMock(options("startAndEnd"));
    const zoom = use(started);
    expect(await zoom.clock.advance("1h")).toEqual({
      ...{ mode: "frozen", now: "2026-01-31T13:00:00.000Z" },
      ran: [
        { at: "2026-01-31T12:30:00.000Z", task: "start", kind: "meetings", id: "2" },
        { at: "2026-01-31T13:00:00.000Z", task: "start", kind: "meetings", id: "1" },
        { at: "2026-01-31T13:00:00.000Z", task: "start", kind: "webinars", id: "5" },
      ],
    });
    expect((await send(zoom.url, "meetings/1", { action: "start" })).status).toBe(204);
    const { ran } = await zoom.clock.set("2026-01-31T18:00:00Z");
    expect(ran.map(({ task, id }) => `${task} ${id}`)).toEqual(["end 1", "end 2"]);
    expect(await events(zoom)).toEqual([
      "12:30 started 2",
      "13:00 started 1",
      "13:00 started 5",
      "13:00 live_streaming_started 1",
      "13:30 live_streaming_stopped 1",
      "13:30 ended 1",
      "13:30 ended 2",
    ]);
    expect((await zoom.clock.advance("1d")).ran).toMatchObject([{ task: "end", id: "5" }]);
  });

  test("after a reset everything is still to come", async () => {
    await using started = await startZoomMock(options("start"));
    const zoom = use(started);
    const first = await zoom.clock.advance("2h");
    await zoom.reset();
    expect((await zoom.meetings.get("2")).status).toBe("waiting");
    expect(await zoom.clock.advance("2h")).toEqual(first);
  });

  test("a clock that is set back makes what is then to come happen again", async () => {
    await using started = await startZoomMock(options("start"));
    const zoom = use(started);
    await zoom.clock.advance("2h");
    expect((await zoom.clock.set("2026-01-31T10:00:00Z")).ran).toEqual([]);
    await zoom.meetings.end("2");
    const { ran } = await zoom.clock.advance("3h");
    expect(ran.map(({ id }) => id)).toEqual(["3", "2"]);
  });
});

test("without the switch nothing starts by itself", async () => {
  await using zoom = await startZoomMock(options("wait"));
  expect((await zoom.clock.advance("30d")).ran).toEqual([]);
  expect((await send(zoom.url, "meetings/1", { action: "start" })).status).toBe(400);
});

test("what is started only does not end", async () => {
  await using zoom = await startZoomMock(options("start"));
  await zoom.clock.advance("30d");
  expect((await zoom.meetings.list()).map(({ status }) => status)).toEqual([
    "started",
    "started",
    "waiting",
    "waiting",
  ]);
});

test("follows what is created, moved and deleted by the API", async () => {
  await using zoom = await startZoomMock(options("start"));
  const at = (hour: number) => ({ start_time: `2026-01-31T${hour}:00:00Z` });
  await call(zoom.url, { method: "POST", path: "/v2/users/host/meetings", body: { topic: "New", ...at(15) } });
  await call(zoom.url, { method: "PATCH", path: "/v2/meetings/1", body: at(16) });
  await call(zoom.url, { method: "PATCH", path: "/v2/meetings/1", body: { topic: "Moved" } });
  await call(zoom.url, { method: "DELETE", path: "/v2/meetings/2" });
  const { ran } = await zoom.clock.advance("12h");
  expect(ran.map(({ at: time, kind }) => `${time.slice(11, 13)} ${kind}`)).toEqual([
    "13 webinars",
    "15 meetings",
    "16 meetings",
  ]);
});

test("a request finds what became due before it, without anybody moving the clock by hand", async () => {
  await using zoom = await startZoomMock(options("start"));
  await zoom.clock.freeze("2026-01-31T12:29:59.990Z");
  await zoom.clock.resume();
  expect((await zoom.clock.get()).mode).toBe("shifted");
  const start = async () => (await send(zoom.url, "meetings/2", { action: "start" })).status;
  while ((await start()) !== 204);
  expect((await events(zoom))[0]).toBe("12:30 started 2");
});
