import { once } from "node:events";
import net from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { blockZoom, connectZoomMock, interceptZoom, startZoomMock, type ZoomMock } from "../../src/index.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
afterAll(() => zoom.close());

test.each<[what: string, given: () => { readonly url: string }]>([
  ["a mock in this process", () => zoom],
  ["a mock elsewhere", () => connectZoomMock(zoom.url)],
  ["an address", () => ({ url: zoom.url })],
  ["an address by name", () => ({ url: zoom.url.replace("127.0.0.1", "localhost") })],
])("%s can stand in for Zoom", async (_what, given) => {
  await using interception = await interceptZoom(given());
  expect(interception.hosts).toEqual(expect.arrayContaining(["api.zoom.us", "zoom.us", "api-eu.zoom.us"]));
  for (const host of interception.hosts) {
    expect((await fetch(`https://${host}/v2/users/me`)).headers.get("x-zoom-mock")).toContain("accessTokenMissing");
  }
});

test("a mock stands in for other hosts as well", async () => {
  await using interception = await interceptZoom(zoom, { hosts: ["Zoom.Example.com."] });
  expect(interception.hosts).toContain("zoom.example.com");
  expect((await fetch("https://zoom.example.com/v2/users/me")).status).toBe(401);
});

test("offline, any other host but this machine is refused", async () => {
  await using _interception = await interceptZoom(zoom, { offline: true });
  expect((await fetch("https://api.zoom.us/v2/users/me")).status).toBe(401);
  for (const host of ["www.example.com", "203.0.113.5", "2001:db8::1"]) {
    const [error] = await once(net.connect(443, host), "error");
    expect(error).toMatchObject({ code: "ERR_ZOOM_MOCK_OFFLINE", hostname: host });
    expect(error.message).toContain(`Failed to connect to ${host}: zoom-mock was told to keep this program offline.`);
  }
  for (const host of ["127.0.0.1", "localhost", "::ffff:127.0.0.1"]) {
    const socket = net.connect(zoom.port, host);
    await once(socket, "connect");
    socket.destroy();
  }
});

describe("interceptZoom refuses", () => {
  test.each([
    ["the path of an app that has no address", "/u/u1", /no address of a mock.*Give what startZoomMock/],
    ["an address with TLS", "https://127.0.0.1:4010", /its address with TLS.*http:\/\/127\.0\.0\.1:4010/],
    ["no address at all", undefined, /Failed to intercept Zoom for undefined/],
  ])("%s", async (_what, url, message) => {
    await expect(interceptZoom({ url: url as string })).rejects.toThrow(message);
  });
});

test.each([[["https://zoom.example.com"]], [["zoom.example.com:443"]], [["203.0.113.5", "localhost", ""]]])(
  "hosts that are no names of other machines are refused, all in one message: %j",
  async (hosts) => {
    const before = net.Socket.prototype.connect;
    for (const host of hosts) {
      await expect(interceptZoom(zoom, { hosts })).rejects.toThrow(JSON.stringify(host));
      expect(() => blockZoom({ hosts })).toThrow(JSON.stringify(host));
    }
    expect(net.Socket.prototype.connect).toBe(before);
  },
);
