import net, { type AddressInfo } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import { createClock } from "../domain/clock.js";
import { certifyServer, createAuthority } from "./authority.js";
import { prefixTarget } from "./prefix-target.js";
import { connectDirectly } from "./redirect.js";
import type { Address, Destination } from "./rules.js";

/** Where clients find a mock that stands in for hosts. */
export interface Gateway extends Destination {
  /** Ends it at once, also with open connections. */
  close(): Promise<void>;
}

/**
 * Opens a way to a mock for clients that speak TLS with the hosts: ends TLS, by a certificate of an authority that is made
 * for it, and passes the bytes as they are. So whatever the mock does to a connection happens to the client's.
 *
 * It does not keep the process running, nor do its connections: a client's own do, as long as it waits.
 *
 * @param mock Where it is, `http:`. With the path of a universe, each connection carries one request.
 */
export async function openGateway(mock: URL, hosts: readonly string[]): Promise<Gateway> {
  const now = createClock().now();
  const authority = await createAuthority(hosts, now);
  const secureContext = createSecureContext(await certifyServer(authority, hosts, now));
  const to = { host: mock.hostname.replace(/^\[|\]$/g, ""), port: Number(mock.port || 80) };
  const prefix = mock.pathname.replace(/\/+$/, "");
  const secure = await serve((socket) => {
    relay(new TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: ["http/1.1"] }), socket, to, prefix);
  });
  const plain = prefix === "" ? undefined : await serve((socket) => relay(socket, socket, to, prefix));
  return {
    tls: secure.address,
    http: plain?.address ?? to,
    authority: authority.certificate,
    close: async () => void (await Promise.all([secure.close(), plain?.close()])),
  };
}

/**
 * Carries bytes both ways, and how each side ends: well, or by a reset. The mock is connected to for the first byte, so that
 * a client has sent its request when the connection fails: in the middle of TLS, some wait for ever.
 */
function relay(client: net.Socket, wire: net.Socket, to: Address, prefix: string): void {
  client.on("error", () => {});
  client.once("readable", () => {
    const mock = connectDirectly(to).unref();
    const reset = () => wire.resetAndDestroy();
    (prefix === "" ? client : client.pipe(prefixTarget(prefix))).pipe(mock);
    mock.pipe(client, { end: false });
    mock.on("end", () => (wasReset(mock) ? reset() : client.end()));
    mock.on("error", reset);
    client.on("error", () => mock.resetAndDestroy());
    client.on("close", () => mock.destroy());
  });
}

/** A reset close behind data looks like an end, but then there is no peer; nor is there when we have ended as well. */
const wasReset = (socket: net.Socket): boolean => !socket.writableEnded && socket.remoteAddress === undefined;

async function serve(onConnection: (socket: net.Socket) => void) {
  const open = new Set<net.Socket>();
  const server = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    open.add(socket.unref());
    socket.on("close", () => open.delete(socket));
    onConnection(socket);
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  server.unref();
  const { port } = server.address() as AddressInfo; // listening on a host and port, so not a pipe
  return {
    address: { host: "127.0.0.1", port },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
