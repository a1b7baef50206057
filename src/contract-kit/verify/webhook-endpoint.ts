import type { IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { URL_VALIDATION } from "../../domain/webhook.js";
import { encryptedTokenOf } from "../../webhooks/signature.js";
import { startLocalServer } from "./local-server.js";

/** A webhook as it arrived. */
export interface ReceivedDelivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An endpoint that takes everything, and answers validations. */
export interface WebhookEndpoint extends AsyncDisposable {
  /** What a subscription needs of it. */
  readonly target: { readonly url: string; readonly secretToken: string };
  /** The last delivery since this was asked before. */
  take(): ReceivedDelivery | undefined;
}

const secretToken = "contracts";

export async function startWebhookEndpoint(): Promise<WebhookEndpoint> {
  let last: ReceivedDelivery | undefined;
  const server = await startLocalServer(async (request, response) => {
    const body = await text(request);
    last = { headers: request.headers, body };
    response.end(answerTo(body));
  });
  return {
    target: { url: `${server.url}/zoom/events`, secretToken },
    take: () => {
      const taken = last;
      last = undefined;
      return taken;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

/** To a validation the encrypted token, to all else nothing; what is wrong with a body, the contract tells. */
function answerTo(body: string): string {
  try {
    const { event, payload } = JSON.parse(body);
    if (event !== URL_VALIDATION) return "";
    const { plainToken } = payload;
    return JSON.stringify({ plainToken, encryptedToken: encryptedTokenOf(secretToken, String(plainToken)) });
  } catch {
    return "";
  }
}
