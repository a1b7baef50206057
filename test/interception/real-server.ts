import { once } from "node:events";
import { Agent, createServer, get } from "node:https";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { certifyServer, createAuthority } from "../../src/interception/authority.js";

/** A server that stands for the real Zoom, and a client that finds and trusts it as it would find and trust Zoom. */
export interface RealServer extends AsyncDisposable {
  /** How many connections were made to it. */
  connections(): number;
  /** What `https://api.zoom.us` answers, on connections that are kept. */
  ask(): Promise<string>;
}

export async function startRealServer(): Promise<RealServer> {
  const authority = await createAuthority(["api.zoom.us"], Date.now());
  const certificate = await certifyServer(authority, ["api.zoom.us"], Date.now());
  const server = createServer(certificate, (_request, response) => response.end("real"));
  let connections = 0;
  server.on("connection", () => connections++);
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const options = {
    ...{ agent, port, ca: authority.certificate },
    lookup: lookUpHere,
  };
  return {
    connections: () => connections,
    ask: () =>
      new Promise((resolve, reject) => {
        get("https://api.zoom.us/v2/users/me", options as object, (response) => {
          text(response).then(resolve, reject);
        }).on("error", reject);
      }),
    [Symbol.asyncDispose]: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Finds every host on this machine, in place of `dns.lookup`. */
export function lookUpHere(
  _host: string,
  { all }: { readonly all?: boolean },
  done: (error: null, found: unknown, family?: number) => void,
): void {
  if (all) done(null, [{ address: "127.0.0.1", family: 4 }]);
  else done(null, "127.0.0.1", 4);
}
