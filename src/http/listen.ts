import type { Server } from "node:http";
import { Server as HttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

/** A listening server. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Stops at once, also with connections that are kept open. */
  close(): Promise<void>;
}

/** Listens on an address; port 0 takes any free one. Rejects with the system's error. */
export function listen(server: Server | HttpsServer, host: string, port: number): Promise<Listening> {
  const protocol = server instanceof HttpsServer ? "https" : "http";
  const sockets = new Set<Duplex>();
  // A server of TLS does not know of those whose handshake is not over, but waits for them when it closes.
  if (server instanceof HttpsServer) server.on("connection", (socket) => keepWhileOpen(sockets, socket));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const { port: actual } = server.address() as AddressInfo; // listening on a host and port, so not a pipe
      resolve({
        url: `${protocol}://${reachableName(host)}:${actual}`,
        port: actual,
        close: () => stop(server, sockets),
      });
    });
  });
}

/** The name under which this machine reaches the address it listens on. */
function reachableName(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

function keepWhileOpen(sockets: Set<Duplex>, socket: Duplex): void {
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
}

function stop(server: Server | HttpsServer, sockets: ReadonlySet<Duplex>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Who has waited and is told now that it ends gets that answer.
    setImmediate(() => {
      server.closeAllConnections();
      for (const socket of sockets) socket.destroy();
    });
  });
}
