import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectZoomMock, type FeedEntry, startZoomMock, type ZoomMock } from "../../src/index.js";
import { send } from "../support/commands.js";
import { collector, types } from "./collector.js";

// One interface, two transports: every test below runs in process and over HTTP.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("a subscription %s", (_title, use) => {
  let started: ZoomMock;
  let zoom: ZoomMock;
  beforeEach(async () => {
    started = await startZoomMock({ frozenAt: "2026-01-31T12:00:00Z", journal: 5 });
    zoom = use(started);
  });
  afterEach(() => started.close());

  const start = (id = "68423085", headers = {}) =>
    send(started.url, `meetings/${id}`, { action: "start" }, "json", headers);

  test("tells of requests, events, the clock and resets, in order", async () => {
    const { listener, seen } = collector();
    await zoom.events.subscribe(listener);
    await start();
    await zoom.clock.advance("30s");
    await zoom.meetings.end("68423085");
    await start("404");
    await zoom.clock.resume();
    await zoom.reset();
    expect(await seen(8)).toMatchObject([
      { type: "event", data: { event: "live_streaming_started", id: "68423085", cause: "request" } },
      { type: "request", at: "2026-01-31T12:00:00.000Z", data: { id: 1, outcome: "updated", status: 204 } },
      { type: "clock", data: { mode: "frozen", now: "2026-01-31T12:00:30.000Z" } },
      { type: "event", data: { event: "live_streaming_stopped", cause: "control" } },
      { type: "event", at: "2026-01-31T12:00:30.000Z", data: { event: "ended", kind: "meetings", cause: "control" } },
      { type: "request", data: { id: 2, outcome: "meetingDoesNotExist", events: [] } },
      { type: "clock", data: { mode: "shifted" } },
      { type: "reset", data: null },
    ]);
    expect((await seen(8)).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("shows a request as the journal does, without its secrets", async () => {
    const { listener, seen } = collector();
    await zoom.events.subscribe(listener);
    await start("404", { authorization: "Bearer hidden", cookie: "hidden" });
    const [entry] = await seen(1);
    expect(JSON.stringify(entry)).not.toContain("hidden");
    expect(entry?.data).toEqual((await zoom.requests.list())[0]);
  });

  test("tells nothing more once it is ended, and others go on", async () => {
    const one = collector();
    const other = collector();
    const unsubscribe = await zoom.events.subscribe(one.listener);
    await zoom.events.subscribe(other.listener);
    await start("404");
    expect(types(await one.seen(1))).toEqual(types(await other.seen(1)));
    unsubscribe();
    unsubscribe();
    await start("404");
    expect(await other.seen(2)).toHaveLength(2);
    expect(await one.seen(1)).toHaveLength(1);
  });

  test("goes on behind an id with what is still held, and says when that is not all", async () => {
    const first = collector();
    const unsubscribe = await zoom.events.subscribe(first.listener);
    for (let sent = 0; sent < 3; sent += 1) await start("404");
    const [, second] = await first.seen(3);
    unsubscribe();
    const ids = async (after: number, count: number) => {
      const { listener, seen } = collector();
      const end = await zoom.events.subscribe(listener, { after });
      const entries = await seen(count);
      end();
      return entries.map(({ id, type }) => `${id} ${type}`);
    };
    expect(await ids(second?.id ?? 0, 1)).toEqual(["3 request"]);
    for (let sent = 0; sent < 4; sent += 1) await start("404");
    expect(await ids(1, 6)).toEqual(["2 gap", "3 request", "4 request", "5 request", "6 request", "7 request"]);
    expect(await ids(99, 6)).toEqual(["2 gap", "3 request", "4 request", "5 request", "6 request", "7 request"]);
    await zoom.reset();
    expect(await ids(5, 2)).toEqual(["7 gap", "8 reset"]);
  });

  test("a universe tells of itself alone, and ends with it", async () => {
    const mine = collector();
    const others = collector();
    const universe = await zoom.universe();
    await universe.events.subscribe(mine.listener, mine.options);
    await zoom.events.subscribe(others.listener);
    await start("404", { "x-zoom-mock-universe": universe.id });
    await start("405");
    expect(await mine.seen(1)).toMatchObject([{ data: { params: { meetingId: "404" } } }]);
    expect(await others.seen(1)).toMatchObject([{ data: { params: { meetingId: "405" } } }]);
    await universe.delete();
    await mine.ended;
    await expect(universe.events.subscribe(mine.listener)).rejects.toThrow(/There is no universe "u1"/);
  });

  test("ends with the mock, which does not wait for it", async () => {
    const { listener, options, ended } = collector();
    await zoom.events.subscribe(listener, options);
    await started.close();
    await ended;
  });

  test("a listener that throws changes nothing for others", async () => {
    const { listener, seen } = collector();
    const failing = (_entry: FeedEntry) => {
      throw new Error("on purpose");
    };
    await zoom.events.subscribe(failing);
    await zoom.events.subscribe(listener);
    expect((await start()).status).toBe(204);
    expect(await seen(2)).toHaveLength(2);
  });
});

test("what a listener gets is a copy", async () => {
  await using zoom = await startZoomMock();
  await zoom.events.subscribe((entry) => {
    if (entry.type === "request") (entry.data as { outcome: string }).outcome = "changed";
  });
  const { listener, seen } = collector();
  await zoom.events.subscribe(listener);
  await send(zoom.url, "meetings/404", { action: "start" });
  expect(await seen(1)).toMatchObject([{ data: { outcome: "meetingDoesNotExist" } }]);
});

test("to subscribe to what is no mock is refused", async () => {
  const gone = await startZoomMock();
  await gone.close();
  await expect(connectZoomMock(gone.url).events.subscribe(() => {})).rejects.toThrow(/^Failed to reach zoom-mock at/);
  await using guarded = await startZoomMock({ controlToken: "t" });
  await expect(connectZoomMock(guarded.url).events.subscribe(() => {})).rejects.toThrow(/control token/);
  await using bare = await startZoomMock({ control: false });
  await expect(connectZoomMock(bare.url).events.subscribe(() => {})).rejects.toThrow(
    /Not implemented|does not implement/,
  );
});
