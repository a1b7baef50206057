import { json } from "node:stream/consumers";
import * as v from "valibot";
import { URL_VALIDATION } from "../../domain/webhook.js";
import { loadProviderStates } from "../../fixtures/load-provider-states.js";
import { loadWebhookPayload } from "../../fixtures/load-webhook-payloads.js";
import type { ZoomMock } from "../../mock/zoom-mock.js";
import { bringAbout, eventIn } from "./bring-about.js";
import { startLocalServer } from "./local-server.js";
import { type ReceivedDelivery, startWebhookEndpoint, type WebhookEndpoint } from "./webhook-endpoint.js";

/** Where Pact's verifier asks for messages while one runs. */
export interface MessageServer extends AsyncDisposable {
  /** For the verifier's options: it counts before the transport of the same protocol that Pact's JavaScript adds. */
  readonly transport: {
    readonly protocol: "message";
    readonly scheme: "http";
    readonly port: number;
    readonly path: string;
  };
  /** Why a message could not be had. */
  failureOf(description: string, states: readonly string[]): string | undefined;
}

const questionSchema = v.looseObject({
  description: v.string(),
  providerStates: v.nullish(
    v.array(v.looseObject({ name: v.string(), params: v.nullish(v.record(v.string(), v.unknown()), {}) })),
    [],
  ),
});
type Question = v.InferOutput<typeof questionSchema>;

/** Gives Pact's verifier the messages of a mock: what an endpoint was really sent, with the headers as metadata. */
export async function startMessageServer(zoom: ZoomMock): Promise<MessageServer> {
  const failures = new Map<string, string>();
  const endpoint = await startWebhookEndpoint();
  const server = await startLocalServer(async (request, response) => {
    let key = "";
    try {
      const question = v.parse(questionSchema, await json(request));
      const { description, providerStates } = question;
      const states = providerStates.map(({ name }) => name);
      key = keyOf(description, states);
      const { headers, body } = await sent(zoom, endpoint, question);
      const metadata = Buffer.from(JSON.stringify(headers)).toString("base64");
      const type = headers["content-type"] ?? "";
      response.writeHead(200, { "content-type": type, "pact-message-metadata": metadata }).end(body);
    } catch (error) {
      failures.set(key, (error as Error).message);
      // Whatever is answered, the verifier takes for the message.
      request.socket.destroy();
    }
  });
  return {
    transport: { protocol: "message", scheme: "http", port: server.port, path: "/" },
    failureOf: (description, states) => failures.get(keyOf(description, states)),
    [Symbol.asyncDispose]: async () => {
      await Promise.all([server, endpoint].map((each) => each[Symbol.asyncDispose]()));
    },
  };
}

const keyOf = (description: string, states: readonly string[]): string => JSON.stringify([description, ...states]);

/** Subscribes the endpoint, does what makes Zoom tell of the event, and gives what the endpoint was sent. */
async function sent(
  zoom: ZoomMock,
  endpoint: WebhookEndpoint,
  { description, providerStates }: Question,
): Promise<ReceivedDelivery> {
  const event = eventIn(description);
  endpoint.take();
  // A validation is sent to who subscribes, whatever to.
  const validate = event === URL_VALIDATION;
  const subscription = { ...endpoint.target, events: validate ? [] : [event], validate };
  const { id: webhook } = await zoom.webhooks.subscribe(subscription);
  if (event !== URL_VALIDATION) await bringAbout(zoom, event, paramsOf(providerStates));
  await zoom.webhooks.waitForDelivery({ event, webhook }).catch((error: Error) => {
    const reason = loadWebhookPayload(event).evidence === "assumed" ? NO_SUCH_EVENT : error.message;
    throw new Error(`Failed to receive ${event}: the mock did not send it. ${reason}`);
  });
  const delivery = endpoint.take();
  if (delivery) return delivery;
  throw new Error(`Failed to receive ${event}: the mock says that it has arrived, and it has not.`);
}

const NO_SUCH_EVENT =
  "Zoom has no such event: leave it out, or verify with switch webinarLiveStreamingEvents=invented.";

/** The parameters of all states; one that the contract leaves out is as in the catalogue. */
function paramsOf(states: Question["providerStates"]): Readonly<Record<string, string>> {
  const catalogue = loadProviderStates();
  const params = states.flatMap(({ name, params }) => Object.entries({ ...catalogue.get(name)?.params, ...params }));
  return Object.fromEntries(params.map(([name, value]) => [name, String(value)]));
}
