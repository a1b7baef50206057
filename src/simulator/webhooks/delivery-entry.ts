import { isoTime } from "../../domain/clock.js";
import { redactedUrl } from "../redact.js";
import type { WebhookAttempt, WebhookDelivery } from "./delivery.js";
import type { Shipment } from "./delivery-log.js";

/** One request of a delivery with what became of it, as it is told while it happens. Holds no secrets. */
export interface DeliveryEntry {
  /** The delivery, as in `GET /__zoom/deliveries`, which shows it in full. */
  readonly delivery: number;
  readonly event: WebhookDelivery["event"];
  /** The subscription; `null`: it was triggered for the URL. */
  readonly webhook: string | null;
  readonly url: string;
  readonly variant: WebhookDelivery["variant"];
  /** Counts from 1. 0: the mock must not send it, and `reason` says why. */
  readonly attempt: number;
  /** HTTP status. `null`: nothing was answered; then `error` says why. */
  readonly status: number | null;
  readonly error: string | null;
  /** What became of the delivery; of the copies that a variant sends, by the answer to the first request. */
  readonly result: WebhookDelivery["status"];
  /** Why it is not delivered. */
  readonly reason: string | null;
  /** ISO 8601, when it is sent again; `null`: it is not. */
  readonly next_attempt_at: string | null;
}

/** The requests that a delivery was sent by just now, or that it was not sent. */
export function deliveryEntries(shipment: Shipment, sentBefore: number): readonly DeliveryEntry[] {
  const { id, event, target, variant, status: result, reason, nextAt } = shipment;
  const entry = (attempt: number, { status, error }: Pick<WebhookAttempt, "status" | "error">): DeliveryEntry => ({
    ...{ delivery: id, event, webhook: target.webhook, url: redactedUrl(target.url), variant, attempt, status },
    ...{ error: error && redactedUrl(error), result, reason: reason && redactedUrl(reason) },
    next_attempt_at: nextAt === null ? null : isoTime(nextAt),
  });
  const sent = shipment.attempts.slice(sentBefore);
  if (sent.length === 0) return [entry(0, { status: null, error: null })];
  return sent.map((attempt, index) => entry(sentBefore + index + 1, attempt));
}
