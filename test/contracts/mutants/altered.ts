import { Buffer } from "node:buffer";
import { createServer, type IncomingMessage, request as send } from "node:http";
import { buffer } from "node:stream/consumers";
import type { ZoomMockApp } from "../../../src/index.js";

/** A message as it goes over the wire. */
export interface Message {
  method: string;
  path: string;
  status: number;
  headers: Record<string, string | string[]>;
  body: string;
}

/** What is broken about a mock. */
export interface Alteration {
  /** Changes a request before the mock sees it. */
  readonly request?: (request: Message) => void;
  /** Changes an answer before the client sees it. */
  readonly answer?: (answer: Message) => void;
  /** Changes a webhook before its endpoint sees it; `false` lets it not arrive, as if it had. */
  readonly webhook?: (webhook: Message) => unknown;
  /** Answers every set-up of a provider state with this status, and sets nothing up. */
  readonly stateStatus?: number;
}

/** A mock in a wrapping that alters what goes in and out under `/v2`, and the webhooks that it sends. */
export async function altered(
  app: ZoomMockApp,
  { request: alterRequest, answer: alterAnswer, webhook: alterWebhook, stateStatus }: Alteration,
): Promise<AsyncDisposable & { readonly url: string }> {
  const inner = createServer(app);
  const innerPort = await listen(inner);
  const outer = createServer(async (incoming, response) => {
    const isState = incoming.method === "POST" && incoming.url === "/__zoom/provider-states";
    const request = await received(incoming);
    const endpoint = endpointOf(request);
    if (endpoint) {
      if (alterWebhook?.(request) === false) return void response.end();
      const taken = await asked(Number(endpoint.port), { ...request, path: endpoint.pathname });
      return void response.writeHead(taken.status, framed(taken)).end(taken.body);
    }
    if (alterWebhook && isSubscription(request)) leadHere(request, incoming.headers.host);
    if (isState && stateStatus !== undefined) return void response.writeHead(stateStatus).end("{}");
    const isZoom = request.path.startsWith("/v2/");
    if (isZoom) alterRequest?.(request);
    const answer = await asked(innerPort, request);
    if (isZoom) alterAnswer?.(answer);
    response.writeHead(answer.status, framed(answer)).end(answer.body);
  });
  const port = await listen(outer);
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      for (const server of [outer, inner]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}

const WEBHOOKS = "/webhooks-of/";

/** Where a webhook is to go that was led here. */
function endpointOf({ path }: Message): URL | undefined {
  return path.startsWith(WEBHOOKS) ? new URL(decodeURIComponent(path.slice(WEBHOOKS.length))) : undefined;
}

const isSubscription = ({ method, path }: Message): boolean => method === "POST" && path === "/__zoom/webhooks";

/** Lets what a subscription's endpoint is sent pass through here. */
function leadHere(subscription: Message, host: string | undefined): void {
  const { url, ...rest } = JSON.parse(subscription.body);
  subscription.body = JSON.stringify({ ...rest, url: `http://${host}${WEBHOOKS}${encodeURIComponent(url)}` });
}

function asked(port: number, message: Message): Promise<Message> {
  const { method, path, body } = message;
  return new Promise((resolve, reject) => {
    send({ host: "127.0.0.1", port, method, path, headers: framed(message) }, (response) => {
      received(response).then(resolve, reject);
    })
      .on("error", reject)
      .end(body);
  });
}

async function received(message: IncomingMessage): Promise<Message> {
  const { method = "", url: path = "", statusCode: status = 0, headers } = message;
  const body = (await buffer(message)).toString();
  return { method, path, status, headers: { ...headers } as Message["headers"], body };
}

/** The headers with the length that the body has now. */
function framed({ headers, body }: Message): Message["headers"] {
  const { "content-length": _length, "transfer-encoding": _encoding, connection: _connection, ...rest } = headers;
  return body === "" ? rest : { ...rest, "content-length": String(Buffer.byteLength(body)) };
}

async function listen(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}
