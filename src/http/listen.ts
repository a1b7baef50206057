import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Express } from "express";
import { fastPrototypes } from "./fast-prototypes.js";

/** A listening server. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Stops at once, also with connections that are kept open. */
  close(): Promise<void>;
}

/** Listens on an address; port 0 takes any free one. Rejects with the system's error. */
export function listen(app: Express, host: string, port: number): Promise<Listening> {
  const server = http.createServer(fastPrototypes(app), app);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      const { port: actual } = server.address() as AddressInfo; // listening on a host and port, so not a pipe
      resolve({ url: `http://${reachableName(host)}:${actual}`, port: actual, close: () => stop(server) });
    });
  });
}

/** The name under which this machine reaches the address it listens on. */
function reachableName(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

function stop(server: http.Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Who has waited and is told now that it ends gets that answer.
    setImmediate(() => server.closeAllConnections());
  });
}
