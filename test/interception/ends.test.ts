import { execFile } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import tls from "node:tls";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { interceptZoom, startZoomMock } from "../../src/index.js";
import { openGateway } from "../../src/interception/gateway.js";
import { startRawMock } from "./raw-mock.js";

const ENTRY = fileURLToPath(new URL("../../dist/index.js", import.meta.url));
const MEGABYTES = Buffer.alloc(8_000_000, "x");

test("a large answer arrives whole at a client that has closed its side and is slow to read", async () => {
  await using mock = await startRawMock((socket) => socket.resume().on("end", () => socket.end(MEGABYTES)));
  await using _interception = await interceptZoom(mock);
  const options = { host: "api.zoom.us", port: 443, allowHalfOpen: true } as tls.ConnectionOptions;
  const socket = tls.connect(options).pause();
  socket.end("GET / HTTP/1.1\r\n\r\n");
  await vi.waitFor(() => expect(mock.connections[0]?.writableEnded).toBe(true));
  let length = 0;
  for await (const chunk of socket) length += chunk.length;
  expect(length).toBe(MEGABYTES.length);
});

test("a client that resets its connection resets the mock's", async () => {
  const failures: (string | undefined)[] = [];
  await using mock = await startRawMock((socket) => {
    socket.resume().on("error", ({ code }: NodeJS.ErrnoException) => failures.push(code));
  });
  await using _interception = await interceptZoom(mock);
  const wire = net.connect(443, "api.zoom.us");
  const socket = tls.connect({ socket: wire, servername: "api.zoom.us" }, () => socket.write("GET / HTTP/1.1\r\n"));
  await vi.waitFor(() => expect(mock.connections[0]?.bytesRead).toBeGreaterThan(0));
  wire.resetAndDestroy();
  await vi.waitFor(() => expect(failures).toEqual(["ECONNRESET"]));
});

test("where there is no mock, a client's connection is reset", async () => {
  await using _interception = await interceptZoom({ url: "http://127.0.0.1:1" });
  await expect(fetch("https://api.zoom.us/v2/users/me")).rejects.toThrow(
    expect.objectContaining({ cause: expect.objectContaining({ code: "ECONNRESET" }) }),
  );
});

test("what is no TLS, or ends amidst of it, does no harm", async () => {
  await using zoom = await startZoomMock();
  await using _interception = await interceptZoom(zoom);
  const plain = net.connect(443, "api.zoom.us");
  plain.end("GET / HTTP/1.1\r\n\r\n");
  await once(plain.resume(), "close");
  const broken = net.connect(443, "api.zoom.us", () => broken.resetAndDestroy());
  await once(broken, "close");
  expect((await fetch("https://api.zoom.us/v2/users/me")).status).toBe(401);
});

test("a gateway that closes ends its connections, on both sides", async () => {
  await using mock = await startRawMock();
  const gateway = await openGateway(new URL(mock.url), ["api.zoom.us"]);
  const { port, host } = gateway.tls;
  const client = tls.connect({ port, host, ca: gateway.authority }, () => client.write("GET"));
  await vi.waitFor(() => expect(mock.connections).toHaveLength(1));
  await Promise.all([once(client.on("error", () => {}).resume(), "close"), gateway.close()]);
  await vi.waitFor(() => expect(mock.connections[0]?.resume().readableEnded).toBe(true));
});

test.each(["", "/u/u1"])("a program that forgets to restore ends all the same, with a mock at %j", async (path) => {
  const answer = "HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nx";
  await using mock = await startRawMock((socket) => socket.on("data", () => socket.write(answer)));
  const program = `
    import { Agent, get } from "node:https";
    import { interceptZoom } from "${new URL(`file://${ENTRY}`)}";
    await interceptZoom({ url: "${mock.url}${path}" });
    console.log(await (await fetch("https://api.zoom.us/")).text());
    console.log(await (await fetch("http://api.zoom.us/")).text());
    get("https://api.zoom.us/", { agent: new Agent({ keepAlive: true }) }, (response) => response.pipe(process.stdout));
  `;
  const args = ["--input-type=module", "--eval", program];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 20_000 });
  expect(stdout).toBe("x\nx\nx");
});
