import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectZoomMock, startZoomMock, type ZoomMock, ZoomMockControlError } from "../../src/index.js";
import { answerOf, send } from "../support/commands.js";
import { call } from "../support/rest.js";

const WAITING = "81000004927";
const WAITING_WEBINAR = "82000000201";

// One interface, two transports: every test below runs in process and over HTTP.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("a mock used %s", (_title, use) => {
  let started: ZoomMock;
  let zoom: ZoomMock;
  beforeEach(async () => {
    started = await startZoomMock({ profile: "2025", frozenAt: "2026-01-31T12:00:00Z" });
    zoom = use(started);
  });
  afterEach(() => started.close());

  const start = (path: string) => send(zoom.url, path, { action: "start" });
  const events = async () => (await zoom.events.list()).map(({ event, id }) => `${event} ${id}`);

  test("lets a host start and end a meeting, and with it its stream", async () => {
    expect((await start(`meetings/${WAITING}`)).status).toBe(400);
    const begun = await zoom.meetings.start(WAITING);
    expect(begun).toMatchObject({ id: WAITING, status: "started" });
    expect((await start(`meetings/${WAITING}`)).status).toBe(204);
    const ended = await zoom.meetings.end(WAITING);
    expect(ended).toMatchObject({ status: "waiting", livestream_status: { status: "stopped" } });
    expect(await events()).toEqual(
      ["started", "live_streaming_started", "live_streaming_stopped", "ended"].map((event) => `${event} ${WAITING}`),
    );
  });

  test("gives a meeting another uuid for each time it is held, and the same id", async () => {
    await zoom.meetings.put("5", { type: 8, status: "waiting", uuid: "first" });
    for (let time = 0; time < 3; time += 1) {
      await zoom.meetings.start("5");
      await zoom.meetings.end("5");
    }
    const told = await zoom.events.list();
    expect(told.map(({ event }) => event)).toEqual(["started", "ended", "started", "ended", "started", "ended"]);
    const uuids = told.map(({ uuid }) => uuid);
    expect(uuids[0]).toBe("first");
    expect(uuids.map((uuid, index) => uuid === uuids[index + 1])).toEqual([true, false, true, false, true, false]);
    expect(new Set(uuids).size).toBe(3);
  });

  test("lets a webinar be rehearsed before it starts", async () => {
    expect(await zoom.webinars.practice(WAITING_WEBINAR)).toMatchObject({ status: "practice" });
    expect(await answerOf(await start(`webinars/${WAITING_WEBINAR}`))).toMatchObject({ status: 400 });
    await zoom.webinars.start(WAITING_WEBINAR);
    expect((await start(`webinars/${WAITING_WEBINAR}`)).status).toBe(204);
    const refusal = await zoom.webinars.practice(WAITING_WEBINAR).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ZoomMockControlError);
    expect(refusal).toMatchObject({ status: 409, message: expect.stringMatching(/it has started\. End it first\./) });
    await zoom.webinars.end(WAITING_WEBINAR);
    expect(await events()).toHaveLength(4);
  });

  test("starting twice and ending twice does no harm and is told once", async () => {
    const first = await zoom.meetings.start(WAITING);
    expect(await zoom.meetings.start(WAITING)).toEqual(first);
    const ended = await zoom.meetings.end(WAITING);
    expect(await zoom.meetings.end(WAITING)).toEqual(ended);
    expect(await events()).toEqual([`started ${WAITING}`, `ended ${WAITING}`]);
  });

  test("says what there is where the id is nobody's", async () => {
    const refusal = await zoom.meetings.start("68423086").catch((error: unknown) => error);
    expect(refusal).toMatchObject({ status: 404, message: expect.stringMatching(/Did you mean 68423085\?/) });
    const noId = await zoom.webinars.end("").catch((error: unknown) => error);
    expect(noId).toMatchObject({ status: 400 });
  });

  test("shows the status to those who poll, and stops the stream when a client ends the meeting", async () => {
    const path = `/v2/meetings/${WAITING}`;
    const status = async () => (await answerOf(await call(zoom.url, { method: "GET", path }))).body;
    expect(await status()).toMatchObject({ status: "waiting" });
    await zoom.meetings.start(WAITING);
    expect(await status()).toMatchObject({ status: "started" });
    await start(`meetings/${WAITING}`);
    await call(zoom.url, { method: "PUT", path: `${path}/status`, body: { action: "end" } });
    expect(await status()).toMatchObject({ status: "waiting" });
    const [entry] = await zoom.requests.list({ operation: "meetingStatus" });
    expect(entry?.events.map(({ event }) => event)).toEqual(["live_streaming_stopped", "ended"]);
    expect([entry?.before?.status, entry?.after?.status]).toEqual(["live", "stopped"]);
  });

  test("numbers the events, keeps the last ones and forgets them at a reset", async () => {
    await using small = await startZoomMock({ journal: 3, frozenAt: 0 });
    const reader = use(small);
    for (let time = 0; time < 2; time += 1) {
      await reader.meetings.start(WAITING);
      await reader.meetings.end(WAITING);
    }
    expect((await reader.events.list()).map(({ number }) => number)).toEqual([2, 3, 4]);
    expect((await reader.events.list())[0]).toMatchObject({ at: "1970-01-01T00:00:00.000Z", kind: "meetings" });
    await reader.reset();
    expect(await reader.events.list()).toEqual([]);
  });

  test("a phone-only meeting is streamed like any other", async () => {
    await zoom.meetings.put("7", { settings: { audio: "telephony" } });
    expect((await start("meetings/7")).status).toBe(204);
  });
});
