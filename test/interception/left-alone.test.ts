import dns from "node:dns";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import tls from "node:tls";
import { expect, onTestFinished, test, vi } from "vitest";
import { blockZoom, interceptZoom, startZoomMock } from "../../src/index.js";
import { certifyServer, createAuthority } from "../../src/interception/authority.js";
import { lookUpHere } from "./real-server.js";

test.each<[what: string, open: (options: net.TcpNetConnectOpts) => net.Socket]>([
  ["with TLS", (options) => tls.connect({ ...options, port: 443 })],
  ["without TLS", (options) => net.connect({ ...options, port: 80 })],
])("a mock elsewhere is reached %s, also by a program that is kept from its host", async (_what, open) => {
  await using zoom = await startZoomMock();
  await using _interception = await interceptZoom({ url: `http://mock.example.com:${zoom.port}` }, { offline: true });
  using _block = blockZoom({ hosts: ["mock.example.com"] });
  const lookups = vi.spyOn(dns, "lookup").mockImplementation(lookUpHere as never);
  onTestFinished(() => lookups.mockRestore());
  const socket = open({ host: "api.zoom.us", port: 0, family: 6 });
  socket.write("GET /v2/users/me HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
  expect(String(await once(socket, "data"))).toContain("accessTokenMissing");
  // The family that the client asks for is one of Zoom's addresses, not of the mock's.
  expect(lookups).toHaveBeenCalledExactlyOnceWith(
    "mock.example.com",
    expect.not.objectContaining({ family: 6 }),
    expect.any(Function),
  );
});

test.skipIf(process.platform === "win32")("a Unix socket is one, whatever host is named with it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "zoom-mock-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "socket");
  const authority = await createAuthority(["zoom.us"], Date.now());
  const server = tls.createServer(await certifyServer(authority, ["zoom.us"], Date.now()), (socket) =>
    socket.end("mine"),
  );
  await once(server.listen(path), "listening");
  onTestFinished(() => void server.close());
  using _block = blockZoom();
  const options = { path, host: "zoom.us", servername: "zoom.us", ca: authority.certificate };
  expect(String(await once(tls.connect(options), "data"))).toBe("mine");
  const socket = net.connect({ path, host: "zoom.us" } as net.IpcNetConnectOpts);
  await once(socket, "connect");
  socket.destroy();
});
