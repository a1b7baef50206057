import { once } from "node:events";
import net from "node:net";
import tls from "node:tls";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { FAULT_KINDS, type FaultKind } from "../../src/domain/fault.js";
import { interceptZoom, startZoomMock, type ZoomInterception, type ZoomMock } from "../../src/index.js";

let zoom: ZoomMock;
let interception: ZoomInterception;
beforeAll(async () => {
  zoom = await startZoomMock({ frozenAt: "2026-01-31T12:00:00Z" });
  interception = await interceptZoom(zoom);
});
beforeEach(() => zoom.reset());
afterAll(async () => {
  await interception.restore();
  await zoom.close();
});

const HEAD = "host: api.zoom.us\r\nauthorization: Bearer x\r\nconnection: close\r\n";
const READ = `GET /v2/meetings/68423085 HTTP/1.1\r\n${HEAD}\r\n`;
const COMMAND = `PATCH /v2/meetings/68423085/livestream/status HTTP/1.1\r\n${HEAD}content-type: application/json\r\ncontent-length: 18\r\n\r\n{"action":"start"}`;

/** All that comes on a connection, in how many pieces, and how it ends. */
interface Received {
  readonly bytes: string;
  readonly pieces: number;
  readonly end: string;
}

async function received(socket: net.Socket, bytes: string): Promise<Received> {
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  const ended = new Promise<string>((resolve) => {
    // Node takes a reset close behind data for an end, but then there is no peer.
    socket.on("end", () => resolve(socket.remoteAddress ? "end" : "ECONNRESET"));
    socket.on("error", ({ code }: NodeJS.ErrnoException) => resolve(code ?? "error"));
  });
  socket.write(bytes);
  const end = await ended;
  socket.destroy();
  return { bytes: Buffer.concat(chunks).toString(), pieces: chunks.length, end };
}

describe.each<FaultKind>(Object.keys(FAULT_KINDS) as FaultKind[])("%s", (kind) => {
  test.each([
    ["an answer with a body", READ],
    ["an answer without one", COMMAND],
  ])("does to %s through TLS, and in a universe, what it does without", async (_what, request) => {
    const plan = { kind, ...((kind === "delay" || kind === "slowBody") && { delay: "200ms" }) };
    await zoom.faults.plan(plan);
    const direct = await received(net.connect(zoom.port, "127.0.0.1"), request);
    await zoom.reset();
    await zoom.faults.plan(plan);
    const secure = await received(tls.connect(443, "api.zoom.us"), request);
    await using universe = await zoom.universe();
    await using _interception = await interceptZoom(universe);
    await universe.faults.plan(plan);
    const plain = await received(net.connect(80, "api.zoom.us"), request);
    expect([secure.bytes, secure.end]).toEqual([direct.bytes, direct.end]);
    expect([plain.bytes, plain.end]).toEqual([direct.bytes, direct.end]);
    expect(direct.end).toBe(kind.startsWith("reset") ? "ECONNRESET" : "end");
    expect(secure.pieces > 5).toBe(kind === "slowBody" && request === READ);
  });
});

test("a large answer arrives whole, also at a client that is slow to read it", async () => {
  await zoom.state.put({ account_id: "a", users: [{ id: "u" }], meetings: manyMeetings() });
  const url = "/v2/users/u/meetings?page_size=300";
  const direct = await (await fetch(zoom.url + url, { headers: { authorization: "Bearer x" } })).text();
  const socket = tls.connect(443, "api.zoom.us");
  socket.pause();
  socket.write(`GET ${url} HTTP/1.1\r\n${HEAD}\r\n`);
  await vi.waitFor(async () => expect(await zoom.requests.list()).toHaveLength(2));
  let text = "";
  for await (const chunk of socket) text += chunk;
  expect(direct.length).toBeGreaterThan(50_000);
  expect(text.split("\r\n\r\n")[1]).toBe(direct);
});

test("a client that closes its side waits for the answer", async () => {
  const socket = tls.connect({ host: "api.zoom.us", port: 443, allowHalfOpen: true } as tls.ConnectionOptions);
  socket.end(COMMAND);
  let text = "";
  for await (const chunk of socket) text += chunk;
  expect(text).toMatch(/^HTTP\/1.1 204 /);
});

test("a mock learns that its client has gone", async () => {
  const connections: net.Socket[] = [];
  const server = net.createServer((socket) => connections.push(socket.resume()));
  await once(server.listen(0, "127.0.0.1"), "listening");
  await using _interception = await interceptZoom({
    url: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
  });
  const socket: net.Socket = tls.connect({ host: "api.zoom.us", port: 443 }, () => socket.write(READ));
  await vi.waitFor(() => expect(connections).toHaveLength(1));
  const gone = once(connections[0] as net.Socket, "close");
  socket.destroy();
  await gone;
  server.close();
});

test("a mock that has gone resets its client's connections", async () => {
  const gone = await startZoomMock();
  await using _interception = await interceptZoom(gone);
  await gone.close();
  expect(await received(tls.connect(443, "api.zoom.us"), READ)).toMatchObject({ bytes: "", end: "ECONNRESET" });
});

test("what is no TLS, or ends amidst of it, does no harm", async () => {
  const plain = net.connect(443, "api.zoom.us");
  plain.end("GET / HTTP/1.1\r\n\r\n");
  await once(plain.resume(), "close");
  const broken = net.connect(443, "api.zoom.us", () => broken.resetAndDestroy());
  await once(broken, "close");
  expect(await received(tls.connect(443, "api.zoom.us"), COMMAND)).toMatchObject({ end: "end" });
});

function manyMeetings() {
  return Array.from({ length: 300 }, (_, index) => ({
    id: String(80_000_000_000 + index),
    host_id: "u",
    topic: "Long ".repeat(30),
  }));
}
