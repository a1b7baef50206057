import { createClock } from "../../domain/clock.js";
import { type Moment, readMoment } from "../../domain/moment.js";
import { signatureOf } from "../../webhooks/signature.js";

/** A message as PactV4 hands it to the test of a consumer. */
export interface PactAsynchronousMessage {
  readonly contents: { readonly content: unknown };
  readonly metadata: object;
}

/** A delivery as it arrives at an endpoint. */
export interface SignedWebhook {
  readonly headers: Readonly<Record<string, string>>;
  /** The raw body, over which the signature is made. */
  readonly body: string;
}

/**
 * A message of a contract as a delivery that your endpoint takes: the signature in a contract is only an example of its
 * form, this one is valid.
 *
 * @param options The endpoint's secret token, and what time it is for the endpoint, by default the machine's time.
 * @throws RangeError when that time cannot be read.
 */
export function signedWebhook(
  { contents, metadata }: PactAsynchronousMessage,
  { secretToken, now = createClock().now() }: { readonly secretToken: string; readonly now?: Moment },
): SignedWebhook {
  const body = JSON.stringify(contents.content);
  const timestamp = String(Math.floor(readMoment(now) / 1000));
  const signature = signatureOf(secretToken, timestamp, body);
  return { headers: { ...metadata, "x-zm-request-timestamp": timestamp, "x-zm-signature": signature }, body };
}
