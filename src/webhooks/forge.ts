import type { WebhookVariant } from "../domain/webhook.js";
import { signatureOf } from "./signature.js";

/** What is to be delivered. */
interface Letter {
  readonly secretToken: string;
  readonly body: string;
  readonly requestId: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Another request id, for who sends a copy. */
  readonly otherRequestId: string;
}

/** One request, as far as it differs from another one for the same event. */
export interface SignedRequest {
  readonly timestamp: string;
  readonly signature: string;
  readonly body: string;
  readonly requestId: string;
}

/** The requests of one delivery: one, signed as Zoom does, or what the variant makes of it. */
export function forge(variant: WebhookVariant | null, letter: Letter): readonly SignedRequest[] {
  const { now, otherRequestId } = letter;
  switch (variant) {
    case "wrongSignature":
      return [signed({ ...letter, secretToken: `not ${letter.secretToken}` })];
    case "staleTimestamp":
      return [signed({ ...letter, now: now - STALE })];
    case "alteredBody":
      return [altered(signed(letter))];
    case "clockAhead":
      // The header has whole seconds: ahead is the one that begins next.
      return [signed({ ...letter, now: now + 1000 })];
    case "duplicate":
      // Signed anew a second later: in the same second the two would not differ.
      return [signed(letter), signed({ ...letter, now: now + 1000 })];
    case "replay":
      return [signed(letter), { ...signed(letter), requestId: otherRequestId }];
    case "reordered":
    case "slow":
    case null:
      return [signed(letter)];
  }
}

/** Older than what any receiver should take. */
const STALE = 10 * 60_000;

function signed({ secretToken, body, requestId, now }: Letter): SignedRequest {
  const timestamp = String(Math.floor(now / 1000));
  return { timestamp, signature: signatureOf(secretToken, timestamp, body), body, requestId };
}

/** One byte more, between two tokens of JSON: a receiver that parses and writes anew does not see it. */
const altered = (request: SignedRequest): SignedRequest => ({ ...request, body: request.body.replace("{", "{ ") });
