import { isoTime } from "../../domain/clock.js";
import type { WebhookEvent } from "../../domain/webhook.js";
import type { WebhookDelivery } from "./delivery.js";
import type { Shipment } from "./delivery-log.js";

/** A delivery that has not ended, as a state file holds it: with what a test is not shown. */
export interface KeptDelivery
  extends Pick<WebhookDelivery, "id" | "at" | "webhook" | "url" | "variant" | "request_id" | "reason"> {
  readonly event: WebhookEvent;
  readonly secret_token: string;
  readonly client_id: string;
  /** The text that is signed and sent. */
  readonly body: string;
  readonly object: string | null;
  readonly status: "pending" | "retrying";
  /** ISO 8601; `null`: it was on its way, and is to be sent again. */
  readonly next_attempt_at: string | null;
  readonly retries: number;
  readonly attempts: WebhookDelivery["attempts"];
}

/** The deliveries among these that another process can go on with. A validation belongs to whoever waits for it. */
export const keptDeliveries = (shipments: Iterable<Shipment>): KeptDelivery[] =>
  [...shipments].flatMap((shipment) => {
    const { id, at, event, target, variant, requestId, body, object, status, reason, nextAt, retries } = shipment;
    if (event === "endpoint.url_validation" || (status !== "pending" && status !== "retrying")) return [];
    const { webhook, url, secretToken, clientId } = target;
    return {
      ...{ id, at: isoTime(at), event, webhook, url, secret_token: secretToken, client_id: clientId, variant },
      ...{ request_id: requestId, body, object, status, reason, retries, attempts: [...shipment.attempts] },
      next_attempt_at: nextAt === null ? null : isoTime(nextAt),
    };
  });

/** A delivery to go on with. */
export function shipmentOf(kept: KeptDelivery): Shipment {
  const { id, at, event, webhook, url, secret_token, client_id, variant, request_id, body, object } = kept;
  const { status, reason, next_attempt_at, retries, attempts } = kept;
  return {
    ...{ id, at: Date.parse(at), event, variant, requestId: request_id, body, object, attempts: [...attempts] },
    ...{ target: { webhook, url, secretToken: secret_token, clientId: client_id }, status, reason, retries },
    nextAt: next_attempt_at === null ? null : Date.parse(next_attempt_at),
  };
}
