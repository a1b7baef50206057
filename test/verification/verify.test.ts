import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectZoomMock, startZoomMock, type ZoomMock, ZoomMockVerificationError } from "../../src/index.js";
import { send } from "../support/commands.js";

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

  const START = { operation: "meetingLiveStreamStatusUpdate", body: { action: "start" } } as const;
  const failure = async (call: Promise<unknown>) => {
    const error = await call.then(() => undefined).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ZoomMockVerificationError);
    return error as ZoomMockVerificationError;
  };

  test("finds a request by any part of it, whatever its body was written in", async () => {
    const command = { action: "start", settings: { display_name: "My stream", active_speaker_name: true } };
    await send(zoom.url, "meetings/68423085", command, "multipart");
    for (const expectation of [
      {},
      START,
      { params: { meetingId: 68423085 }, encoding: "multipart", outcome: "updated", status: 204 } as const,
      { body: { settings: { active_speaker_name: true } } },
      { body: { settings: { display_name: /^My/ } } },
      { body: { settings: { display_name: { $match: "stream$" }, layout: { $absent: true } } } },
      { headers: { accept: "application/json", "Content-Type": "multipart/form-data", prefer: { $absent: true } } },
      { headers: { authorization: "Bearer test" } },
    ] as const) {
      expect(await zoom.verify(expectation)).toMatchObject({ ok: true, matched: [1], nearest: [] });
    }
    for (const expectation of [
      { body: { settings: {}, action: { $absent: true } } },
      { body: { settings: { display_name: "my stream" } } },
      { body: { settings: { active_speaker_name: "true" } } },
      { query: { a: "b" } },
      { headers: { authorization: "Bearer other" } },
    ] as const) {
      await failure(zoom.verify(expectation));
    }
  });

  test("counts: at least one unless a count is given", async () => {
    await zoom.verify({ ...START, times: 0 });
    await zoom.verify({ ...START, atMost: 2 });
    await send(zoom.url, "meetings/68423085", { action: "start" });
    await send(zoom.url, "meetings/68423085", { action: "start" });
    await zoom.verify({ ...START, times: 2 });
    await zoom.verify({ ...START, atLeast: 2, atMost: 2 });
    for (const count of [{ times: 1 }, { atLeast: 3 }, { atMost: 1 }]) {
      expect((await failure(zoom.verify({ ...START, ...count }))).verification.matched).toEqual([1, 2]);
    }
  });

  test("finds an order, whatever came between", async () => {
    await send(zoom.url, "meetings/68423085", { action: "start" });
    await send(zoom.url, "meetings/404", { action: "start" });
    await send(zoom.url, "meetings/68423085", { action: "stop" });
    const stop = { body: { action: "stop" } };
    expect(await zoom.verifyInOrder([START, stop])).toMatchObject({ ok: true, matched: [1, 3] });
    await failure(zoom.verifyInOrder([stop, START]));
    await failure(zoom.verifyInOrder([stop, stop]));
  });

  test("waits for a request that is still to come, and takes one that has come", async () => {
    const waiting = zoom.requests.waitFor(START, { timeout: 60_000 });
    await setImmediate();
    await send(zoom.url, "webinars/68423085", { action: "start" });
    await send(zoom.url, "meetings/68423085", { action: "start" });
    expect(await waiting).toMatchObject({ id: 2, operation: START.operation });
    expect(await zoom.requests.waitFor(START, { timeout: 0 })).toMatchObject({ id: 2 });
  });

  test("waits no longer than it is told", async () => {
    const { message } = await failure(zoom.requests.waitFor(START, { timeout: 10 }));
    expect(message).toMatch(/No request was received at all\.[\s\S]*Waited 10 ms\.$/);
  });

  test.each([
    [{ operation: "meetingLivestreamStatusUpdate" }, /no operation .* Did you mean meetingLiveStreamStatusUpdate\?/],
    [{ outcome: "notStartd", times: 0 }, /no outcome "notStartd"\. Did you mean notStarted\?/],
    [{ ...START, params: { webinarId: "1" } }, /no path parameter "webinarId"/],
    [{ body: { action: { $match: "(" } } }, /Invalid regular expression/],
    [{ bdy: {} }, /bdy: there is no such field/],
    [{ times: 1, atLeast: 1 }, /times goes without atLeast and atMost/],
    [{ atLeast: 2, atMost: 1 }, /atLeast is more than atMost/],
    [{ body: { action: /START/i } }, /has flags/],
    [{ body: { action: expect.any(String) } }, /cannot be sent to the mock/],
  ])("refuses the expectation %j, which no request can ever meet", async (expectation, message) => {
    const error = await zoom.verify(expectation as never).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: expect.stringMatching(message) });
    expect(error).not.toBeInstanceOf(ZoomMockVerificationError);
  });

  test("says when the request went to another universe", async () => {
    await using universe = await zoom.universe();
    await send(zoom.url, "meetings/68423085", { action: "start" });
    expect((await failure(universe.verify(START))).message).toContain("It was received in universe default:");
  });
});

test("over HTTP a failed verification is an answer, not an error", async () => {
  await using zoom = await startZoomMock();
  const response = await fetch(`${zoom.url}/__zoom/verify`, { method: "POST", body: '{"times":1}' });
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ ok: false, message: expect.stringMatching(/^Failed to verify/) });
});
