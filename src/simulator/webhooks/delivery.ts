import type { URL_VALIDATION, WebhookEvent, WebhookVariant } from "../../domain/webhook.js";

/** One request of a delivery with its answer, as a test reads it. */
export interface WebhookAttempt {
  /** ISO 8601, from the universe's clock. */
  readonly at: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `null`: nothing was answered; then `error` says why. */
  readonly status: number | null;
  /** The first kilobyte; secrets are blacked out. */
  readonly answer: string | null;
  readonly error: string | null;
}

/** What was, or is to be, sent to one endpoint because of one event. */
export interface WebhookDelivery {
  /** Counts from 1, without gaps, since the last reset. */
  readonly id: number;
  /** ISO 8601, when it happened. */
  readonly at: string;
  readonly event: WebhookEvent | typeof URL_VALIDATION;
  /** The subscription; `null`: it was triggered for the URL. */
  readonly webhook: string | null;
  readonly url: string;
  readonly variant: WebhookVariant | null;
  /** The same for all attempts. */
  readonly request_id: string;
  /** `pending`: not sent yet. `retrying`: sent in vain, and to be sent again. */
  readonly status: "pending" | "delivered" | "retrying" | "failed";
  /** Why it is not delivered. */
  readonly reason: string | null;
  /** ISO 8601, when it is sent next; `null`: at once, or not again. */
  readonly next_attempt_at: string | null;
  /** Secrets, stream keys among them, are blacked out; they were sent in clear. */
  readonly body: unknown;
  /** The requests, oldest first. */
  readonly attempts: readonly WebhookAttempt[];
}

/** Which deliveries are meant. All given members must hold. */
export interface DeliveryFilter {
  readonly event?: WebhookDelivery["event"];
  readonly webhook?: string;
  readonly status?: WebhookDelivery["status"];
  /** The id of the meeting or webinar. */
  readonly object?: string;
  /** Only those after the one with this id. */
  readonly after?: number;
}
