import { createClock } from "../domain/clock.js";
import { type Listening, listen } from "../http/listen.js";
import type { Servers } from "../http/servers.js";
import { certifyServer } from "../interception/authority.js";
import { authorityFolder, openAuthority } from "../interception/authority-folder.js";
import { startProxy, type ZoomProxy } from "../interception/proxy.js";
import { zoomHosts } from "../interception/zoom-hosts.js";
import type { StartOptions } from "./options.js";

/** Ways to the mock for clients that call Zoom's own hosts. */
export interface Doors {
  readonly hosts: readonly string[];
  /** The certificate of the authority that they have to trust: PEM. */
  readonly certificate: string;
  readonly https: Listening | undefined;
  readonly proxy: ZoomProxy | undefined;
  close(): Promise<void>;
}

/**
 * Opens those that the options ask for.
 *
 * @throws Error when the authority cannot be read or made; the system's error when a port is taken.
 */
export async function openDoors(servers: Servers, options: StartOptions): Promise<Doors> {
  const { host = "127.0.0.1", https: httpsPort, proxy: proxyPort, zoomHosts: added, offline = false } = options;
  const { authority: folder = authorityFolder(), upstreamProxy } = options;
  const upstream = typeof upstreamProxy === "string" ? { http: upstreamProxy, https: upstreamProxy } : upstreamProxy;
  const hosts = zoomHosts(added);
  const now = createClock().now();
  const authority = await openAuthority(folder, hosts, now);
  const server = servers.https(await certifyServer(authority, hosts, now));
  const https = httpsPort === undefined ? undefined : await listen(server, host, httpsPort);
  const proxy =
    proxyPort === undefined
      ? undefined
      : await startProxy({ port: proxyPort, hosts, server, offline, upstream }).catch(async (error) => {
          await https?.close();
          throw error;
        });
  return {
    ...{ hosts, certificate: authority.certificate, https, proxy },
    close: async () => {
      await proxy?.close();
      await https?.close();
      server.closeAllConnections();
    },
  };
}
