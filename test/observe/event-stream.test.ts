import http from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createZoomMockApp, startZoomMock, type ZoomMock } from "../../src/index.js";
import { send } from "../support/commands.js";

let zoom: ZoomMock;
beforeEach(async () => {
  zoom = await startZoomMock({ frozenAt: 0 });
});
afterEach(() => zoom.close());

const ACCEPT = { accept: "text/event-stream" };
const open = (path = "/__zoom/events", headers: Record<string, string> = {}) =>
  fetch(zoom.url + path, { headers: { ...ACCEPT, ...headers } });

/** The text of a stream up to a pattern. */
async function textUntil(response: Response, pattern: RegExp): Promise<string> {
  let text = "";
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (pattern.test(text)) return text;
  }
  throw new Error(`It ended without ${pattern}: ${text}`);
}

test("is server-sent events, as EventSource and curl -N read them", async () => {
  const response = await open();
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
  expect(response.headers.get("cache-control")).toBe("no-store");
  await send(zoom.url, "meetings/68423085", { action: "start" });
  const text = await textUntil(response, /event: request\n.*\n\n$/);
  expect(text).toMatch(
    /^:\n\nid: 1\nevent: event\ndata: \{"id":1,.*\}\n\nid: 2\nevent: request\ndata: \{"id":2,.*\}\n\n$/,
  );
});

test.each([undefined, "*/*", "application/json"])("with Accept %s it stays the list of events", async (accept) => {
  await send(zoom.url, "meetings/68423085", { action: "start" });
  const response = await fetch(`${zoom.url}/__zoom/events`, { headers: accept === undefined ? {} : { accept } });
  expect(await response.json()).toEqual({ events: await zoom.events.list() });
});

test("goes on behind Last-Event-ID", async () => {
  const first = await open();
  for (const id of ["1", "2", "3"]) await send(zoom.url, `meetings/${id}`, { action: "start" });
  await textUntil(first, /id: 3/);
  const resumed = await textUntil(await open("/__zoom/events", { "last-event-id": "1" }), /id: 3\n.*\n.*\n\n/);
  expect([...resumed.matchAll(/^id: (\d+)$/gm)].map(([, id]) => id)).toEqual(["2", "3"]);
  const strange = await open("/__zoom/events", { "last-event-id": "abc" });
  expect(strange.status).toBe(400);
  expect(await strange.json()).toMatchObject({ detail: expect.stringMatching(/Last-Event-ID is "abc"\. Send the id/) });
});

test("follows the universe of its path or header", async () => {
  const universe = await zoom.universe();
  const byPath = await open(`/u/${universe.id}/__zoom/events`);
  const byHeader = await open("/__zoom/events", { "x-zoom-mock-universe": universe.id });
  await send(zoom.url, "meetings/1", { action: "start" });
  await send(universe.url, "meetings/2", { action: "start" });
  for (const response of [byPath, byHeader]) {
    const text = await textUntil(response, /event: request/);
    expect(text).toContain('"meetingId":"2"');
    expect(text).not.toContain('"meetingId":"1"');
  }
  expect((await open("/u/u99/__zoom/events")).status).toBe(404);
});

test("asks for the control token, and takes no query", async () => {
  await using guarded = await startZoomMock({ controlToken: "t" });
  expect((await fetch(`${guarded.url}/__zoom/events`, { headers: ACCEPT })).status).toBe(401);
  expect((await open("/__zoom/events?operation=x")).status).toBe(400);
});

test("sends a heartbeat while nothing happens", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    const response = await open();
    vi.advanceTimersByTime(15_000);
    expect(await textUntil(response, /^(:\n\n){2}$/)).toBe(":\n\n:\n\n");
    await zoom.close();
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
  } finally {
    vi.useRealTimers();
  }
});

test("streams end at once with the mock", async () => {
  const streams = await Promise.all([open(), open(), open()]);
  const ends = streams.map((response) => textUntil(response, /never/).catch((error: Error) => error.message));
  await zoom.close();
  await Promise.all(ends);
});

test("a reader that does not read is cut off, and the others go on", async () => {
  const other = await open();
  const slow = connect(zoom.port, "127.0.0.1").pause();
  const closed = new Promise((resolve) => slow.on("error", () => {}).on("close", resolve));
  slow.write("GET /__zoom/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n");
  let last = 0;
  const reading = (async () => {
    for await (const chunk of other.body ?? []) last += chunk.length;
  })().catch(() => {});
  const body = JSON.stringify({ action: "x".repeat(15_000) });
  const headers = { "content-type": "application/json", authorization: "Bearer any" };
  const target = `${zoom.url}/v2/meetings/1/livestream/status`;
  const agent = new http.Agent({ keepAlive: true });
  // More than the kernel takes for the one that does not read.
  const request = () =>
    new Promise((resolve) =>
      http
        .request(target, { method: "PATCH", headers, agent }, (answer) => answer.resume().on("end", resolve))
        .end(body),
    );
  for (let round = 0; round < 90; round += 1) await Promise.all(Array.from({ length: 10 }, request));
  agent.destroy();
  const before = last;
  await send(zoom.url, "meetings/1", { action: "start" });
  slow.resume();
  await closed;
  expect(before).toBeGreaterThan(5_000_000);
  await zoom.close();
  await reading;
});

test("works where the mock is an app of somebody else's server", async () => {
  const app = createZoomMockApp();
  const server = http.createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const response = await fetch(`http://127.0.0.1:${port}/__zoom/events`, { headers: ACCEPT });
  await app.zoom.reset();
  expect(await textUntil(response, /event: reset/)).toContain("id: 1\nevent: reset\n");
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
