import { createHmac } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived at an endpoint. */
export interface Arrived {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body, parsed. */
  readonly json: { readonly event: string; readonly event_ts: number; readonly payload: Record<string, unknown> };
}

/** What an endpoint answers: a status, or nothing at all (the connection is cut). */
export type EndpointAnswer =
  | number
  | "cut"
  | { readonly status: number; readonly body?: string; readonly headers?: Record<string, string> };

/** An endpoint of a consumer that answers validations, and everything else as it is told. */
export interface Receiver extends AsyncDisposable {
  /** What a subscription needs of it. */
  readonly endpoint: { readonly url: string; readonly secretToken: string };
  /** All that arrived, validations included. */
  readonly arrived: Arrived[];
  /** What arrived but validations. */
  events(): Arrived[];
  /** Resolves once so many requests have arrived, answered or not. */
  arrivals(count: number): Promise<void>;
}

/** What an endpoint gives that does not answer. */
export const NEVER = new Promise<number>(() => {});

/** Starts an endpoint on a free port. */
export async function startReceiver(
  answer: (request: Arrived) => EndpointAnswer | Promise<EndpointAnswer> = () => 200,
  { secretToken = "receivers-secret", validates = true } = {},
): Promise<Receiver> {
  const arrived: Arrived[] = [];
  const lookers = new Set<() => void>();
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on("data", (chunk: Buffer) => chunks.push(chunk));
    req.on("end", async () => {
      const body = Buffer.concat(chunks).toString();
      const request = { headers: req.headers, body, json: JSON.parse(body) };
      arrived.push(request);
      for (const look of lookers) look();
      if (validates && request.json.event === "endpoint.url_validation") {
        const { plainToken } = request.json.payload;
        const encryptedToken = createHmac("sha256", secretToken).update(plainToken).digest("hex");
        return res.end(JSON.stringify({ plainToken, encryptedToken }));
      }
      const given = await answer(request);
      if (given === "cut") return res.destroy();
      const { status, body: text, headers } = typeof given === "number" ? { status: given } : { headers: {}, ...given };
      return res.writeHead(status, headers).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/zoom/events`, secretToken },
    arrived,
    events: () => arrived.filter(({ json }) => json.event !== "endpoint.url_validation"),
    arrivals: (count) =>
      new Promise((resolve) => {
        const look = () => void (arrived.length >= count && resolve());
        lookers.add(look);
        look();
      }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
