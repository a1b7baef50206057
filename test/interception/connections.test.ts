import dns from "node:dns";
import { once } from "node:events";
import net from "node:net";
import tls, { connect } from "node:tls";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { interceptZoom, startZoomMock, type ZoomInterception, type ZoomMock } from "../../src/index.js";

let zoom: ZoomMock;
let interception: ZoomInterception;
beforeAll(async () => {
  zoom = await startZoomMock();
  interception = await interceptZoom(zoom, { hosts: ["zoom.example.com"] });
});
afterAll(async () => {
  await interception.restore();
  await zoom.close();
});

const HOST = "api.zoom.us";
const never = () => {
  throw new Error("A name was looked up.");
};

describe("a connection with TLS reaches the mock, and trusts it,", () => {
  test.each<[how: string, open: () => tls.TLSSocket]>([
    ["by options", () => tls.connect({ host: HOST, port: 443, servername: HOST })],
    ["by options and a callback", () => tls.connect({ host: HOST, port: 443 }, () => {})],
    ["by port and host", () => tls.connect(443, HOST)],
    ["by port, host and options", () => tls.connect(443, HOST, { servername: HOST })],
    ["by port and options", () => tls.connect(443, { host: HOST })],
    ["by a port that is a text", () => tls.connect("443" as unknown as number, HOST)],
    ["by the name that a module has imported", () => connect(443, HOST)],
    ["to a host in capitals with the dot of a full name", () => tls.connect(443, "API.Zoom.us.", { servername: HOST })],
    ["to another port", () => tls.connect(8443, HOST)],
    ["to a host of the caller's", () => tls.connect(443, "zoom.example.com")],
    ["to an address that the caller has looked up", () => tls.connect(443, "203.0.113.5", { servername: HOST })],
    ["with a lookup of the caller's", () => tls.connect({ host: HOST, port: 443, lookup: never })],
    ["with one family of addresses", () => tls.connect({ host: HOST, port: 443, family: 6 } as tls.ConnectionOptions)],
    ["with every address tried", () => tls.connect({ host: HOST, port: 443, autoSelectFamily: true } as object)],
    [
      "from an address of the caller's",
      () => tls.connect({ host: HOST, port: 443, localAddress: "192.0.2.1" } as object),
    ],
    ["with an authority of the caller's", () => tls.connect(443, HOST, { ca: tls.rootCertificates[0] })],
    ["with authorities of the caller's", () => tls.connect(443, HOST, { ca: [...tls.rootCertificates] })],
    ["with a context of the caller's", () => tls.connect(443, HOST, { secureContext: tls.createSecureContext() })],
    ["on a socket of the caller's", () => tls.connect({ socket: net.connect(443, HOST), servername: HOST })],
    ["on a socket of the caller's that alone knows the host", () => tls.connect({ socket: net.connect(443, HOST) })],
  ])("%s", async (_how, open) => {
    const lookups = vi.spyOn(dns, "lookup").mockImplementation(never);
    onTestFinished(() => lookups.mockRestore());
    const socket = open();
    await once(socket, "secureConnect");
    expect(socket.authorized).toBe(true);
    expect(await answerOn(socket)).toContain("x-zoom-mock: ");
  });
});

test.each<[how: string, open: () => net.Socket]>([
  ["by options", () => net.connect({ host: HOST, port: 80 })],
  ["by port and host", () => net.connect(80, HOST)],
  ["by a socket that is there already", () => new net.Socket().connect(80, HOST, () => {})],
])("a connection without TLS reaches the mock %s", async (_how, open) => {
  expect(await answerOn(open())).toContain("x-zoom-mock: ");
});

/** What comes for a request on a connection. */
async function answerOn(socket: net.Socket): Promise<string> {
  socket.write(`GET /v2/users/me HTTP/1.1\r\nhost: ${HOST}\r\nauthorization: Bearer x\r\nconnection: close\r\n\r\n`);
  let answer = "";
  for await (const chunk of socket) answer += chunk;
  return answer;
}
