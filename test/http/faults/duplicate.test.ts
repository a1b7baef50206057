import { execFile } from "node:child_process";
import http from "node:http";
import { type AddressInfo, connect, createServer } from "node:net";
import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import axios from "axios";
import { expect, test } from "vitest";
import { startZoomMock } from "../../../src/index.js";

type Headers = Readonly<Record<string, string>>;

/** Clients that keep their connections, with two requests to a URL one after the other. */
const TWICE: readonly [name: string, send: (url: string, headers: Headers) => Promise<string[]>][] = [
  [
    "fetch",
    async (url, headers) => {
      const first = await textOf(url, headers);
      // It takes the connection back when the answer's last event is over.
      await setImmediate();
      return [first, await textOf(url, headers)];
    },
  ],
  [
    "axios",
    async (url, headers) => {
      const httpAgent = new http.Agent({ keepAlive: true });
      const client = axios.create({ headers, httpAgent, proxy: false, responseType: "text" });
      const bodies = [(await client.get<string>(url)).data, (await client.get<string>(url)).data];
      httpAgent.destroy();
      return bodies.map((body) => (typeof body === "string" ? body : JSON.stringify(body)));
    },
  ],
  [
    "curl",
    async (url, headers) => {
      const sent = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
      const options = { env: { ...process.env, NO_PROXY: "*" } };
      const { stdout } = await promisify(execFile)("curl", ["-s", "-w", "\n", ...sent, url, url], options);
      return stdout.trim().split("\n");
    },
  ],
];

const textOf = async (url: string, headers: Headers) => (await fetch(url, { headers })).text();

/** A way to a mock that counts the connections. */
async function countedWay(port: number) {
  let connections = 0;
  const server = createServer((client) => {
    connections += 1;
    const mock = connect(port, "127.0.0.1");
    client.pipe(mock).pipe(client);
    for (const socket of [client, mock]) socket.on("error", () => {}).on("close", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/meetings/68423085/livestream`,
    connections: () => connections,
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}

test.each(TWICE)(
  "%s takes the first of two answers and drops the connection, which it would have kept",
  async (_name, send) => {
    await using zoom = await startZoomMock();
    await using plain = await countedWay(zoom.port);
    await using doubled = await countedWay(zoom.port);
    const headers = { authorization: "Bearer any" };
    const bodies = await send(plain.url, headers);
    expect(bodies).toEqual([expect.stringContaining("stream_url"), bodies[0]]);
    expect(await send(doubled.url, { ...headers, "x-zoom-mock-fault": "duplicate" })).toEqual(bodies);
    expect([plain.connections(), doubled.connections()]).toEqual([1, 2]);
  },
);
