import { isoTime } from "../../domain/clock.js";
import type { WebhookVariant } from "../../domain/webhook.js";
import { redacted } from "../redact.js";
import type { DeliveryFilter, WebhookAttempt, WebhookDelivery } from "./delivery.js";

/** Where a delivery goes. */
export interface Target {
  /** The subscription, which may have changed by the next attempt; `null`: there is none. */
  readonly webhook: string | null;
  readonly url: string;
  readonly secretToken: string;
  readonly clientId: string;
}

/** A delivery on its way. */
export interface Shipment {
  readonly id: number;
  readonly at: number;
  readonly event: WebhookDelivery["event"];
  readonly target: Target;
  readonly variant: WebhookVariant | null;
  readonly requestId: string;
  /** The bytes that are signed and sent, each time. */
  readonly body: string;
  /** As the body names it; `null` for a validation. */
  readonly object: string | null;
  readonly attempts: WebhookAttempt[];
  status: WebhookDelivery["status"];
  reason: string | null;
  nextAt: number | null;
  retries: number;
}

/** The last deliveries of a universe. */
export interface DeliveryLog {
  add(shipment: Shipment): void;
  find(id: number): Shipment | undefined;
  /** Oldest first. */
  list(filter?: DeliveryFilter): WebhookDelivery[];
  /** To be told of every change of a delivery. */
  changed(): void;
  /** Calls the listener at every change of a delivery, until the returned function is called. */
  onChange(listener: () => void): () => void;
  /** The first that the filter means, at once or as soon as there is one; `undefined` when the signal came first. */
  wait(filter: DeliveryFilter, signal: AbortSignal): Promise<WebhookDelivery | undefined>;
  clear(): void;
}

/** A log of the last `capacity` deliveries. */
export function createDeliveryLog(capacity: number): DeliveryLog {
  const shipments = new Map<number, Shipment>();
  const listeners = new Set<() => void>();
  const found = (filter: DeliveryFilter) => [...shipments.values()].filter((each) => matches(each, filter));
  return {
    add: (shipment) => {
      shipments.set(shipment.id, shipment);
      const [oldest] = shipments.keys();
      if (shipments.size > capacity && oldest !== undefined) shipments.delete(oldest);
    },
    find: (id) => shipments.get(id),
    list: (filter = {}) => found(filter).map(shown),
    changed: () => {
      for (const listener of [...listeners]) listener();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    wait: (filter, signal) =>
      new Promise((resolve) => {
        const look = () => {
          const [first] = found(filter);
          if (!first && !signal.aborted) return;
          listeners.delete(look);
          signal.removeEventListener("abort", look);
          resolve(first && shown(first));
        };
        listeners.add(look);
        signal.addEventListener("abort", look);
        look();
      }),
    clear: () => shipments.clear(),
  };
}

const matches = ({ id, event, target, status, object }: Shipment, filter: DeliveryFilter): boolean =>
  (filter.event === undefined || event === filter.event) &&
  (filter.webhook === undefined || target.webhook === filter.webhook) &&
  (filter.status === undefined || status === filter.status) &&
  (filter.object === undefined || object === filter.object) &&
  (filter.after === undefined || id > filter.after);

/** A delivery as a test reads it. */
export const shown = (shipment: Shipment): WebhookDelivery => ({
  id: shipment.id,
  at: isoTime(shipment.at),
  event: shipment.event,
  webhook: shipment.target.webhook,
  url: shipment.target.url,
  variant: shipment.variant,
  request_id: shipment.requestId,
  status: shipment.status,
  reason: shipment.reason,
  next_attempt_at: shipment.nextAt === null ? null : isoTime(shipment.nextAt),
  body: redacted(JSON.parse(shipment.body)),
  attempts: [...shipment.attempts],
});
