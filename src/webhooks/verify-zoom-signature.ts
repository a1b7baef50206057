import { timingSafeEqual } from "node:crypto";
import { createClock } from "../domain/clock.js";
import { type Duration, milliseconds } from "../domain/duration.js";
import { type Moment, readMoment } from "../domain/moment.js";
import { signatureOf } from "./signature.js";

/** A delivery as a receiver has it before anything is parsed. */
export interface ReceivedWebhook {
  /** Those of a `Request`, of Node's `IncomingMessage`, or a plain object in lower case. */
  readonly headers:
    | { get(name: string): string | null }
    | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The raw body as it arrived: what was parsed and written anew may differ from it. */
  readonly body: string | Uint8Array;
}

/** How a signature is checked. */
export interface SignatureCheck {
  /** The secret token of the app. */
  readonly secretToken: string;
  /**
   * How far the timestamp may be from now, in both directions: Zoom's clock can be ahead of the receiver's.
   * @default "5m"
   * @example "30s"
   */
  readonly tolerance?: Duration;
  /**
   * What time it is for the receiver.
   * @default the machine's time
   * @example "2026-01-31T12:00:00Z"
   */
  readonly now?: Moment;
}

/**
 * Whether a delivery comes from who knows the secret token, is unaltered, and was signed just now. It says nothing of
 * whether the same delivery was received before: remember the bodies of the last minutes for that.
 *
 * @throws TypeError when the body was parsed already, or there is no secret token.
 * @throws RangeError when tolerance or now cannot be read.
 */
export function verifyZoomSignature({ headers, body }: ReceivedWebhook, check: SignatureCheck): boolean {
  const { secretToken, tolerance = "5m", now = createClock().now() } = check;
  if (typeof body !== "string" && !(body instanceof Uint8Array)) {
    throw new TypeError(
      "Failed to verify a signature: the body is neither text nor bytes. Give it as it arrived, for example from express.raw().",
    );
  }
  // Whoever forgets to configure it would accept what anybody can sign.
  if (typeof secretToken !== "string" || secretToken === "") {
    throw new TypeError("Failed to verify a signature: there is no secret token. Give the one of the app.");
  }
  const timestamp = headerOf(headers, "x-zm-request-timestamp");
  const signature = headerOf(headers, "x-zm-signature");
  if (timestamp === undefined || signature === undefined || !/^\d{1,12}$/.test(timestamp)) return false;
  const isFresh = Math.abs(readMoment(now) - Number(timestamp) * 1000) <= milliseconds(tolerance);
  return isEqual(signature, signatureOf(secretToken, timestamp, body)) && isFresh;
}

function headerOf(headers: ReceivedWebhook["headers"], name: string): string | undefined {
  const value =
    typeof headers["get"] === "function" ? headers["get"](name) : (headers as Record<string, unknown>)[name];
  return typeof value === "string" ? value : undefined;
}

/** Takes as long wherever the first difference is. */
function isEqual(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
