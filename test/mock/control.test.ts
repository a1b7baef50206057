import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectZoomMock, startZoomMock, type ZoomMock } from "../../src/index.js";
import { answerOf, send } from "../support/commands.js";

// One interface, two transports: every test below runs in process and over HTTP.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("a mock used %s", (_title, use) => {
  let started: ZoomMock;
  let zoom: ZoomMock;
  beforeEach(async () => {
    started = await startZoomMock();
    zoom = use(started);
  });
  afterEach(() => started.close());

  const start = (id = "68423085") => send(zoom.url, `meetings/${id}`, { action: "start" });

  test("says where and what it is", async () => {
    expect(zoom.url).toBe(started.url);
    expect(zoom.port).toBe(started.port);
    await zoom.ready();
    expect(await zoom.health()).toEqual({
      status: "ok",
      name: "zoom-mock",
      version: expect.any(String),
      profile: "2021",
      universes: 0,
    });
  });

  test("plays the 30-second rule in no time", async () => {
    await zoom.clock.freeze("2026-01-31T12:00:00Z");
    expect((await start()).status).toBe(204);
    const refused = await start();
    expect(refused.headers.get("retry-after")).toBe("30");
    expect((await answerOf(refused)).status).toBe(429);
    expect(await zoom.clock.advance("29s")).toEqual({ mode: "frozen", now: "2026-01-31T12:00:29.000Z", ran: [] });
    expect((await start()).status).toBe(429);
    await zoom.clock.advance(1000);
    expect((await start()).status).toBe(204);
  });

  test("sets, resumes and shows the clock, and answers with its date", async () => {
    await zoom.clock.freeze();
    expect((await zoom.clock.get()).mode).toBe("frozen");
    await zoom.clock.set(new Date("2030-06-01T00:00:00Z"));
    expect((await start()).headers.get("date")).toBe("Sat, 01 Jun 2030 00:00:00 GMT");
    expect((await zoom.clock.resume()).mode).toBe("shifted");
  });

  test("sets up meetings, webinars and users, and takes them away", async () => {
    const meeting = await zoom.meetings.put("123", { topic: "Mine", status: "waiting" });
    expect(meeting).toMatchObject({ id: "123", topic: "Mine", status: "waiting", host_id: "KDcuGIm1QgePTO8WbOqwIQ" });
    expect(await zoom.meetings.get("123")).toEqual(meeting);
    await zoom.webinars.put("456");
    expect((await zoom.webinars.list()).map(({ id }) => id)).toContain("456");
    await zoom.users.put("someone", { account_id: "elsewhere" });
    await zoom.meetings.put("124", { host_id: "someone" });
    expect(await answerOf(await start("124"))).toMatchObject({ status: 400, body: { code: 1010 } });
    await zoom.meetings.delete("123");
    expect((await start("123")).status).toBe(404);
  });

  test("put replaces: what is left out is as at first", async () => {
    await start();
    const replaced = await zoom.meetings.put("68423085");
    expect(replaced.livestream_status).toEqual({ status: "stopped", settings: {}, last_started_at: null });
  });

  test("shows what was asked and why it was answered so", async () => {
    await start();
    await start("404");
    const [first, second] = await zoom.requests.list();
    expect(first).toMatchObject({
      id: 1,
      method: "PATCH",
      path: "/v2/meetings/68423085/livestream/status",
      operation: "meetingLiveStreamStatusUpdate",
      params: { meetingId: "68423085" },
      encoding: "json",
      body: { action: "start" },
      status: 204,
      outcome: "updated",
      evidence: "documented",
      before: { status: "stopped" },
      after: { status: "live" },
      events: [{ event: "live_streaming_started", kind: "meetings", id: "68423085" }],
    });
    expect(first?.headers).toMatchObject({ authorization: "Bearer [redacted]" });
    expect(second).toMatchObject({ id: 2, status: 404, outcome: "meetingDoesNotExist", before: null, after: null });
    expect(await zoom.requests.list({ status: 404 })).toEqual([second]);
    expect(await zoom.requests.list({ outcome: "updated", method: "patch", path: "68423085" })).toEqual([first]);
    expect(await zoom.requests.list({ operation: "webinarLiveStreamStatusUpdate" })).toEqual([]);
    expect(await zoom.requests.list({ limit: 1 })).toEqual([second]);
    await zoom.requests.clear();
    expect(await zoom.requests.list()).toEqual([]);
  });

  test("reset forgets nothing", async () => {
    const snapshot = async () => ({
      state: await zoom.state.get(),
      requests: await zoom.requests.list(),
      dropped: await zoom.requests.dropped(),
      mode: (await zoom.clock.get()).mode,
    });
    const first = await snapshot();
    await start();
    await zoom.meetings.put("123");
    await zoom.users.delete("basic-user");
    await zoom.clock.freeze(0);
    await zoom.state.put({ account_id: "other" });
    expect(await snapshot()).not.toEqual(first);
    await zoom.reset();
    expect(await snapshot()).toEqual(first);
    const tracking = async () => (await start()).headers.get("x-zm-trackingid");
    const before = await tracking();
    await zoom.reset();
    expect(await tracking()).toBe(before);
  });

  test("takes a whole world until the next reset, and a scenario beyond it", async () => {
    expect(await zoom.state.put({ account_id: "a", users: [{ id: "u" }], meetings: [{ id: "5" }] })).toBeUndefined();
    const world = await zoom.state.get();
    expect(world.meetings).toMatchObject([{ id: "5", host_id: "u" }]);
    await zoom.state.put(world);
    expect(await zoom.state.get()).toEqual(world);
    await zoom.scenario.put({ account_id: "b", webinars: [{ id: "6" }] });
    await zoom.webinars.delete("6");
    await zoom.reset();
    expect((await zoom.state.get()).webinars).toMatchObject([{ id: "6" }]);
    expect(await zoom.scenario.put("empty")).toBeUndefined();
    expect(await zoom.scenario.get()).toEqual(await zoom.state.get());
    expect(await zoom.meetings.list()).toEqual([]);
  });

  test("keeps the journal bounded and counts what it dropped", async () => {
    await using small = await startZoomMock({ journal: 3 });
    const reader = use(small);
    for (let sent = 0; sent < 5; sent += 1) await send(small.url, "meetings/404", { action: "start" });
    expect((await reader.requests.list()).map(({ id }) => id)).toEqual([3, 4, 5]);
    expect(await reader.requests.dropped()).toBe(2);
  });
});

test("mocks in one process do not touch each other", async () => {
  await using one = await startZoomMock();
  await using two = await startZoomMock({ profile: "2025" });
  await one.clock.freeze("2026-01-31T12:00:00Z");
  await send(one.url, "meetings/68423085", { action: "start" });
  await one.meetings.delete("81000004927");
  expect((await two.meetings.get("68423085")).livestream_status.status).toBe("stopped");
  expect((await two.meetings.get("81000004927")).status).toBe("waiting");
  expect((await two.clock.get()).mode).toBe("real");
  expect(await two.requests.list()).toEqual([]);
});

test("what a caller gets is a copy", async () => {
  await using zoom = await startZoomMock();
  const meeting = await zoom.meetings.get("68423085");
  (meeting as { topic: string }).topic = "changed";
  expect((await zoom.meetings.get("68423085")).topic).toBe("The seeds' meeting");
});

test("of starts at the same moment one goes live and the others are throttled", async () => {
  await using zoom = await startZoomMock({ frozenAt: 0 });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => send(zoom.url, "meetings/68423085", { action: "start" })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array<number>(19).fill(429)]);
  const events = (await zoom.requests.list()).flatMap((entry) => entry.events);
  expect(events).toHaveLength(1);
});

test("closing twice is fine, and a closed mock answers nothing", async () => {
  const zoom = await startZoomMock();
  await zoom.close();
  await zoom.close();
  await expect(fetch(zoom.url)).rejects.toThrow();
});
