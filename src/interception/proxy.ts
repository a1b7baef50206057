import type { Server as HttpsServer } from "node:https";
import { RequestError, Server } from "proxy-chain";
import { hostName } from "./zoom-hosts.js";

/** What a proxy answers itself, and what it does with the rest. */
export interface ProxyOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** The hosts that `server` answers. */
  readonly hosts: readonly string[];
  /** Takes the connections to them; it need not listen. */
  readonly server: HttpsServer;
  /** Refuse all other hosts but this machine. */
  readonly offline: boolean;
  /** The proxy that leads to other hosts; without one, they are reached directly. */
  readonly upstream?: string | undefined;
}

/** A proxy that listens. */
export interface ZoomProxy {
  readonly url: string;
  /** Stops at once, also with open connections. */
  close(): Promise<void>;
}

/**
 * Starts an HTTP proxy for `HTTPS_PROXY`: connections to Zoom's hosts go to the mock, all others pass through as they
 * are. It listens on this machine's own address alone, whatever the mock does: a proxy for others it must not be.
 *
 * @throws the system's error (`code` `EADDRINUSE`) when the port is taken.
 */
export async function startProxy({ port, hosts, server, offline, upstream }: ProxyOptions): Promise<ZoomProxy> {
  const proxy: Server = new Server({
    ...{ host: LOOPBACK, port, authRealm: "zoom-mock" },
    prepareRequestFunction: ({ hostname, isHttp }) => {
      const host = hostName(hostname);
      if (hosts.includes(host)) {
        if (!isHttp) return { customConnectServer: server };
        throw new RequestError(`zoom-mock answers for ${host} by https only. Call https://${host}.\n`, 403);
      }
      if (isThisMachine(host)) return {};
      if (offline) {
        throw new RequestError(`zoom-mock lets nothing through to ${host}: it was started with --offline.\n`, 403);
      }
      return upstream === undefined || isAt(upstream, proxy.port) ? {} : { upstreamProxyUrl: upstream };
    },
  });
  await proxy.listen();
  return { url: `http://${LOOPBACK}:${proxy.port}`, close: () => proxy.close(true) };
}

const LOOPBACK = "127.0.0.1";

/** Whether a proxy is this one: the environment may still name it from the last time that it was started. */
const isAt = (url: string, port: number): boolean => {
  const { hostname, port: named } = new URL(url);
  return isThisMachine(hostname) && Number(named) === port;
};

const isThisMachine = (host: string): boolean =>
  host === "localhost" || host.endsWith(".localhost") || host.startsWith("127.") || /^\[?::1\]?$/.test(host);
