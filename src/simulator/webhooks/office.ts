import type { Clock } from "../../domain/clock.js";
import type { Switches } from "../../domain/switches.js";
import type { WebhookPayloads } from "../../domain/webhook.js";
import type { AllowsTarget } from "../../webhooks/allowed-target.js";
import type { Send } from "../../webhooks/send.js";
import type { Agenda } from "../agenda.js";
import type { EventLog } from "../event-log.js";
import type { Lifetime } from "../lifetime.js";
import type { Store } from "../store.js";
import type { DeliveryEntry } from "./delivery-entry.js";

/** How a mock delivers, whatever the universe. */
export interface WebhookOptions {
  readonly payloads: WebhookPayloads;
  readonly send: Send;
  readonly allows: AllowsTarget;
  readonly switches: Pick<Switches, "liveStreamingEventId" | "webinarLiveStreamingEvents">;
  /** Told of each time that a delivery was sent, with the requests that it took. */
  readonly onSent: (entries: readonly DeliveryEntry[]) => void;
}

/** What delivering needs of the universe whose events are delivered. */
export interface WebhookOffice extends WebhookOptions {
  /** The universe's. */
  readonly id: string;
  readonly store: Store;
  readonly agenda: Agenda;
  readonly clock: Clock;
  readonly events: EventLog;
  readonly accountId: () => string;
  /** How many deliveries are kept. */
  readonly capacity: number;
  /** When it ends, nothing is sent any more. */
  readonly lifetime: Lifetime;
}
