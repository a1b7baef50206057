import type { Server as HttpsServer } from "node:https";
import { RequestError, Server } from "proxy-chain";
import { bareHost, coversHost, listedHosts } from "./no-proxy.js";
import { isThisMachine } from "./rules.js";

/** The proxies that lead to other hosts: URLs. A host without one is reached directly. */
interface UpstreamProxies {
  /** For calls without TLS. */
  readonly http?: string;
  /** For tunnels, which clients ask for when they call with TLS. */
  readonly https?: string;
  /** The hosts that are reached directly all the same, as `NO_PROXY` lists them. */
  readonly noProxy?: string;
}

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
  readonly upstream?: UpstreamProxies | undefined;
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
export async function startProxy({ port, hosts, server, offline, upstream = {} }: ProxyOptions): Promise<ZoomProxy> {
  const direct = listedHosts(upstream.noProxy ?? "");
  const proxy: Server = new Server({
    ...{ host: LOOPBACK, port, authRealm: "zoom-mock" },
    prepareRequestFunction: ({ hostname, port: asked, isHttp }) => {
      const host = bareHost(hostname);
      if (hosts.includes(host)) {
        if (!isHttp) return { customConnectServer: server };
        throw new RequestError(`zoom-mock answers for ${host} by https only. Call https://${host}.\n`, 403);
      }
      if (isThisMachine(host)) return {};
      if (offline) {
        throw new RequestError(`zoom-mock lets nothing through to ${host}: it was started with --offline.\n`, 403);
      }
      const way = isHttp ? upstream.http : upstream.https;
      if (way === undefined || isAt(way, proxy.port)) return {};
      return direct.some((entry) => coversHost(entry, host, asked)) ? {} : { upstreamProxyUrl: way };
    },
  });
  await proxy.listen();
  return { url: `http://${LOOPBACK}:${proxy.port}`, close: () => proxy.close(true) };
}

const LOOPBACK = "127.0.0.1";

/** Whether a URL leads to a proxy at a port of this machine: the environment may still name this one from its last start. */
export function isAt(url: string, port: number): boolean {
  const { protocol, hostname, port: named } = new URL(url);
  return isThisMachine(bareHost(hostname)) && Number(named || USUAL_PORTS[protocol]) === port;
}

/** Which port a URL means that names none. */
const USUAL_PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };
