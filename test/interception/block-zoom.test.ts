import dns from "node:dns";
import { once } from "node:events";
import net from "node:net";
import tls from "node:tls";
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { blockZoom, interceptZoom, startZoomMock, type ZoomBlock, type ZoomMock } from "../../src/index.js";
import { CLIENTS } from "./clients.js";
import { startRealServer } from "./real-server.js";

let zoom: ZoomMock;
let block: ZoomBlock;
beforeEach(async () => {
  zoom = await startZoomMock();
  block = blockZoom({ hosts: ["zoom.example.com"] });
});
afterEach(async () => {
  block.restore();
  await zoom.close();
});

/** What a client says, with what it says is behind that. */
const said = (error: { message: string; cause?: unknown }): string => `${error.message} ${error.cause ?? ""}`;

test.each(CLIENTS)("%s is told at once why it does not reach Zoom", async (_name, send) => {
  const lookups = vi.spyOn(dns, "lookup");
  onTestFinished(() => lookups.mockRestore());
  const error = await send("68423085", { action: "start" }).catch(said);
  expect(error).toContain("Failed to connect to api.zoom.us: blockZoom() keeps this program from the real Zoom. Let a");
  expect(lookups).not.toHaveBeenCalled();
});

describe("a connection is refused", () => {
  test.each<[what: string, open: () => net.Socket]>([
    ["with TLS", () => tls.connect(443, "api.zoom.us")],
    ["without TLS", () => net.connect(80, "api.zoom.us")],
    ["to Zoom itself", () => tls.connect(443, "zoom.us")],
    ["to any host below it", () => tls.connect(443, "us02web.Zoom.us.")],
    ["to its other name", () => tls.connect(443, "zoom.com")],
    ["to Zoom for Government", () => tls.connect(443, "api.zoomgov.com")],
    ["to a host of the caller's", () => tls.connect(443, "zoom.example.com")],
    ["to an address, but under Zoom's name", () => tls.connect(443, "203.0.113.5", { servername: "api.zoom.us" })],
  ])("%s", async (_what, open) => {
    const [error] = await once(open(), "close").catch((refusal) => [refusal]);
    expect(error).toMatchObject({ code: "ERR_ZOOM_BLOCKED", syscall: "connect", hostname: expect.any(String) });
  });

  test("through a tunnel of the caller's, which is closed", async () => {
    const received: string[] = [];
    const proxy = net.createServer((socket) => socket.on("data", (data) => received.push(String(data))));
    await once(proxy.listen(0, "127.0.0.1"), "listening");
    const tunnel = net.connect((proxy.address() as net.AddressInfo).port, "127.0.0.1");
    await once(tunnel, "connect");
    const [error] = await once(tls.connect({ socket: tunnel, servername: "api.zoom.us", path: "/v2" }), "error");
    expect(error).toMatchObject({ code: "ERR_ZOOM_BLOCKED", hostname: "api.zoom.us" });
    expect(tunnel.destroyed).toBe(true);
    await new Promise((resolve) => proxy.close(resolve));
    expect(received).toEqual([]);
  });
});

test("other hosts are not", async () => {
  const [error] = await once(net.connect({ host: "notzoom.us", port: 80, lookup: unknown }), "error");
  expect(error).toMatchObject({ code: "ENOTFOUND" });
  expect((await fetch(`${zoom.url}/v2/users/me`)).status).toBe(401);
});

test("what is intercepted reaches the mock, before and after", async () => {
  const interception = await interceptZoom(zoom);
  using _another = blockZoom();
  expect((await fetch("https://api.zoom.us/v2/users/me")).status).toBe(401);
  await expect(fetch("https://us02web.zoom.us/")).rejects.toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ code: "ERR_ZOOM_BLOCKED" }) }),
  );
  await interception.restore();
  const error = await fetch("https://api.zoom.us/v2/users/me").catch(said);
  expect(error).toContain("Failed to connect to api.zoom.us: blockZoom()");
});

test("after restore, Zoom is reached as before", async () => {
  await using real = await startRealServer();
  await expect(real.ask()).rejects.toThrow(/blockZoom/);
  expect(real.connections()).toBe(0);
  block.restore();
  block.restore();
  expect(await real.ask()).toBe("real");
});

function unknown(host: string, _options: object, done: (error: Error, address: string) => void): void {
  done(Object.assign(new Error(`${host} is unknown`), { code: "ENOTFOUND" }), "");
}
