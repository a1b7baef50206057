import net from "node:net";
import tls from "node:tls";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
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
