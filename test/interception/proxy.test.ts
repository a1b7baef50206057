import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import net, { type AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { ProxyAgent, request } from "undici";
import { afterAll, beforeAll, expect, test } from "vitest";
import { doorOptions } from "../../src/cli/door-flags.js";
import { startZoomMock, type ZoomMock } from "../../src/index.js";
import { isAt } from "../../src/interception/proxy.js";
import { checkStartOptions } from "../../src/mock/check-options.js";
import { temporaryFolder } from "../support/folder.js";

const folder = temporaryFolder();
let zoom: ZoomMock;
let offline: ZoomMock;

beforeAll(async () => {
  const options = { authority: folder.path, https: 0, proxy: 0 };
  zoom = await startZoomMock(options);
  offline = await startZoomMock({ ...options, offline: true });
});

afterAll(async () => {
  await zoom.close();
  await offline.close();
  folder[Symbol.dispose]();
});

const START = {
  method: "PATCH",
  headers: { authorization: "Bearer any", "content-type": "application/json" },
  body: JSON.stringify({ action: "start" }),
} as const;

/** A client that goes by a mock's proxy and trusts its authority. */
async function throughProxy(of: ZoomMock): Promise<ProxyAgent> {
  const { proxy, certificate } = await of.access();
  return new ProxyAgent({ uri: String(proxy), requestTls: { ca: String(certificate) } });
}

/** What a proxy says first to a request as it stands; nothing when it ends the connection. */
async function answerTo(of: ZoomMock, text: string): Promise<string> {
  const { proxy } = await of.access();
  const socket = net.connect(Number(new URL(String(proxy)).port), "127.0.0.1");
  socket.write(text);
  const [answer] = await Promise.race([once(socket, "data"), once(socket, "close").then(() => [""])]);
  socket.destroy();
  return String(answer);
}

const connectTo = (host: string) => `CONNECT ${host}:443 HTTP/1.1\r\nHost: ${host}:443\r\n\r\n`;

test.each(["api.zoom.us", "zoom.us", "api-eu.zoom.us", "API.ZOOM.US"])("%s is the mock", async (host) => {
  await zoom.reset();
  const dispatcher = await throughProxy(zoom);
  const { statusCode, headers } = await request(`https://${host}/v2/meetings/68423085/livestream/status`, {
    ...START,
    dispatcher,
  });
  expect(statusCode).toBe(204);
  expect(headers["x-zoom-mock"]).toContain("outcome=");
  await dispatcher.close();
});

test("another host is reached as it is, and the mock's journal knows nothing of it", async () => {
  await using other = http.createServer((_, res) => res.end("another")).listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  await zoom.requests.clear();
  const dispatcher = await throughProxy(zoom);
  const { body } = await request(`http://127.0.0.1:${port}/v2/users/me`, { dispatcher });
  expect(await body.text()).toBe("another");
  expect(await zoom.requests.list()).toEqual([]);
  await dispatcher.close();
});

/** A proxy that writes down whom it is asked for, and reaches nobody. */
async function upstreamProxy() {
  const asked: string[] = [];
  const server = http.createServer(({ url }, res) => {
    asked.push(String(url));
    res.end();
  });
  server.on("connect", ({ url }, socket) => {
    asked.push(String(url));
    socket.end("HTTP/1.1 200 Connection established\r\n\r\n");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, url, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

test("the user's own proxy leads to other hosts, but never to Zoom", async () => {
  await using upstream = await upstreamProxy();
  await using behind = await startZoomMock({ authority: folder.path, proxy: 0, upstreamProxy: upstream.url });
  expect(await answerTo(behind, connectTo("example.com"))).toMatch(/^HTTP\/1.1 200/);
  expect(await answerTo(behind, connectTo("api.zoom.us"))).toMatch(/^HTTP\/1.1 200/);
  expect(upstream.asked).toEqual(["example.com:443"]);
});

test("the user's own proxies are asked each for its kind of calls", async () => {
  await using plain = await upstreamProxy();
  await using secure = await upstreamProxy();
  const proxies = { http: plain.url, https: secure.url };
  await using behind = await startZoomMock({ authority: folder.path, proxy: 0, upstreamProxy: proxies });
  await answerTo(behind, connectTo("example.com"));
  await answerTo(behind, "GET http://db.internal/ HTTP/1.1\r\nHost: db.internal\r\n\r\n");
  expect({ plain: plain.asked, secure: secure.asked }).toEqual({
    plain: ["http://db.internal/"],
    secure: ["example.com:443"],
  });
});

// 127.1 is this machine for the system, and just a name for the proxy.
test.each([
  ["that has no proxy for its kind of calls", (url: string) => ({ http: url })],
  ["that NO_PROXY lists", (url: string) => ({ https: url, noProxy: "x.corp, 127.1" })],
])("a host %s is reached directly", async (_, proxies) => {
  await using upstream = await upstreamProxy();
  const options = { authority: folder.path, proxy: 0, upstreamProxy: proxies(upstream.url) };
  await using behind = await startZoomMock(options);
  const target = `127.1:${new URL(behind.url).port}`;
  expect(await answerTo(behind, `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`)).toMatch(/^HTTP\/1.1 200/);
  expect(upstream.asked).toEqual([]);
});

test("a proxy that the environment still names from its last start does not ask itself", async () => {
  const before = await startZoomMock({ authority: folder.path, proxy: 0 });
  const upstreamProxy = String((await before.access()).proxy);
  await before.close();
  const again = { authority: folder.path, proxy: Number(new URL(upstreamProxy).port), upstreamProxy };
  await using behind = await startZoomMock(again);
  // Nobody listens there: had it asked itself, it would never end.
  const nowhere = "CONNECT 0.0.0.0:1 HTTP/1.1\r\nHost: 0.0.0.0:1\r\n\r\n";
  expect(await answerTo(behind, nowhere)).toBe("");
});

test.each([
  ["http://127.0.0.1:4011", 4011, true],
  ["http://[::1]:4011", 4011, true],
  ["http://localhost", 80, true],
  ["https://localhost", 443, true],
  ["http://proxy.corp:4011", 4011, false],
])("%s is a proxy at port %i of this machine: %s", (url, port, expected) => {
  expect(isAt(url, port)).toBe(expected);
});

test.each(["example.com", "marketplace.zoom.us", "api.zoom.us.example.com", "127.evil.example"])(
  "offline, %s is refused with the reason",
  async (host) => {
    expect(await answerTo(offline, connectTo(host))).toMatch(/^HTTP\/1.1 403 [\s\S]*started with --offline/);
  },
);

test.each(["api.zoom.us", "localhost"])("offline, %s is reached", async (host) => {
  const { port } = new URL(offline.url);
  const target = host === "localhost" ? `localhost:${port}` : `${host}:443`;
  expect(await answerTo(offline, `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`)).toMatch(/^HTTP\/1.1 200/);
});

test("Zoom without TLS is refused with the reason, as nobody should call it", async () => {
  const answer = await answerTo(zoom, "GET http://api.zoom.us/v2/users/me HTTP/1.1\r\nHost: api.zoom.us\r\n\r\n");
  expect(answer).toMatch(/^HTTP\/1.1 403 [\s\S]*by https only. Call https:\/\/api.zoom.us/);
});

test.each(["api.zoom.us", "127.0.0.1"])("the control API is not there under Zoom's hosts, as %s", async (host) => {
  const dispatcher = await throughProxy(zoom);
  const { statusCode } = await request("https://api.zoom.us/__zoom/state", { headers: { host }, dispatcher });
  expect(statusCode).toBe(403);
  await dispatcher.close();
});

const [address] = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .filter(({ internal, family }) => !internal && family === "IPv4");

test.skipIf(!address)("other machines cannot use the proxy, also when they can use the mock", async () => {
  const open = { host: "0.0.0.0", controlToken: "s3cret", authority: folder.path, proxy: 0, https: 0 };
  await using everywhere = await startZoomMock(open);
  const { proxy, https: secure } = await everywhere.access();
  const portOf = (url: string | null) => Number(new URL(String(url)).port);
  const connect = (port: number) => once(net.connect(port, address?.address), "connect");
  await expect(connect(portOf(proxy))).rejects.toThrow("ECONNREFUSED");
  await expect(connect(portOf(secure))).resolves.toEqual([]);
});

test("HTTPS is there without a proxy too", async () => {
  await using direct = await startZoomMock({ authority: folder.path, https: 0 });
  const { https: url, certificate: ca } = await direct.access();
  const options = { ca: String(ca), servername: "api.zoom.us", headers: { authorization: "Bearer any" } };
  const [response] = await once(https.get(`${url}/v2/meetings/68423085`, options), "response");
  expect(response.statusCode).toBe(200);
  response.resume();
});

test("without a proxy and HTTPS there is neither, and no authority", async () => {
  await using plain = await startZoomMock();
  expect(await plain.access()).toMatchObject({ https: null, proxy: null, certificate: null, hosts: [] });
});

test("closing ends what goes through the proxy", async () => {
  const mock = await startZoomMock({ authority: folder.path, proxy: 0 });
  const { proxy } = await mock.access();
  const socket = net.connect(Number(new URL(String(proxy)).port), "127.0.0.1");
  socket.write(connectTo("api.zoom.us"));
  await once(socket, "data");
  const ended = once(socket, "close");
  await mock.close();
  await ended;
  await expect(once(net.connect(Number(new URL(String(proxy)).port), "127.0.0.1"), "connect")).rejects.toThrow(
    "ECONNREFUSED",
  );
});

test.each([
  [{ HTTPS_PROXY: "http://a:1" }, { https: "http://a:1" }],
  [{ http_proxy: "http://a:1" }, { http: "http://a:1" }],
  [
    { HTTP_PROXY: "http://a:1", http_proxy: "", NO_PROXY: "*" },
    { http: "http://a:1", noProxy: "*" },
  ],
  [{ HTTPS_PROXY: "http://a:1", https_proxy: "http://b:1" }, { https: "http://b:1" }],
  [
    { ALL_PROXY: "socks5://a:1", https_proxy: "b:1" },
    { http: "socks5://a:1", https: "http://b:1" },
  ],
  [{ HTTPS_PROXY: "127.0.0.1:3128" }, { https: "http://127.0.0.1:3128" }],
])("the environment %j stands for the proxies %j", (environment, expected) => {
  expect(doorOptions({}, environment)).toEqual({ upstreamProxy: expected });
  expect(doorOptions({ port: 0, proxy: 0 }, environment)).toEqual({ upstreamProxy: expected });
});

test("without a proxy of the mock's, the environment's say nothing", () => {
  expect(doorOptions({ port: 0 }, { HTTPS_PROXY: "no proxy" })).toEqual({});
});

test.each([
  ["proxy.corp:3128", /upstreamProxy: its scheme is none of a proxy's: http, https, socks/],
  ["http://", /upstreamProxy: it is no URL. Give one such as/],
  [{ https: "ftp://a:1" }, /upstreamProxy.https: its scheme/],
  [{ ftp: "http://a:1" }, /upstreamProxy.ftp: there is no such field/],
])("%j is no upstream proxy, and the message says why", (given, message) => {
  expect(() => checkStartOptions({ upstreamProxy: given as string })).toThrow(message);
});

const SCHEMES = ["http", "https", "socks", "socks4", "socks4a", "socks5", "socks5h"];
test.each(SCHEMES)("an upstream proxy is reached by %s", (scheme) => {
  expect(() => checkStartOptions({ upstreamProxy: `${scheme}://proxy.example.com:3128` })).not.toThrow();
});
