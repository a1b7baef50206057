import { type FaultKind, isFaultKind } from "../domain/fault.js";
import type { WebhookEvent } from "../domain/webhook.js";
import type { Encoding, Exchange } from "./exchange.js";
import { metBy, type WebhookCircumstance } from "./webhooks/circumstance.js";
import type { DeliveryEntry } from "./webhooks/delivery-entry.js";

/** What the clients of a mock have met of one operation, and how often. */
export interface OperationCounts {
  requests: number;
  readonly outcomes: Map<string, number>;
  readonly encodings: Map<Encoding, number>;
  /** The fields that they sent and nobody read. */
  readonly unread: Map<string, number>;
}

/** Counts what the clients of a mock meet, in all its universes and over all their resets. */
export interface Coverage {
  count(exchange: Exchange): void;
  countDelivery(entries: readonly DeliveryEntry[]): void;
  /** By operationId. */
  readonly counts: ReadonlyMap<string, OperationCounts>;
  /** What the clients' endpoints have met. */
  readonly webhooks: ReadonlyMap<WebhookEvent | WebhookCircumstance, number>;
  readonly faults: ReadonlyMap<FaultKind, number>;
  clear(): void;
}

/** Counters, not requests: how much they hold does not depend on how many requests there are. */
export function createCoverage(): Coverage {
  const counts = new Map<string, OperationCounts>();
  const webhooks = new Map<WebhookEvent | WebhookCircumstance, number>();
  const faults = new Map<FaultKind, number>();
  const countsOf = (operationId: string): OperationCounts => {
    const known = counts.get(operationId);
    if (known) return known;
    const fresh = { requests: 0, outcomes: new Map(), encodings: new Map(), unread: new Map() };
    counts.set(operationId, fresh);
    return fresh;
  };
  return {
    count: (exchange) => {
      const { operationId, outcome, request, fault } = exchange;
      if (fault && isFaultKind(fault.name)) increment(faults, fault.name);
      if (operationId === null || outcome === null || isForced(exchange)) return;
      const operation = countsOf(operationId);
      operation.requests += 1;
      increment(operation.outcomes, outcome);
      increment(operation.encodings, request.body.encoding);
      for (const { code, field } of request.body.diagnoses) {
        if (code !== "unknownField") continue;
        const name = field.slice(0, LONGEST_NAME);
        if (operation.unread.size < MOST_FIELDS || operation.unread.has(name)) increment(operation.unread, name);
      }
    },
    countDelivery: (entries) => {
      for (const met of metBy(entries)) increment(webhooks, met);
    },
    counts,
    webhooks,
    faults,
    clear: () => {
      for (const each of [counts, webhooks, faults]) each.clear();
    },
  };
}

/** Clients choose the names of fields, and could choose any number of them. */
const MOST_FIELDS = 100;
const LONGEST_NAME = 100;

/** An answer that was asked for, or planned, says nothing of what a client meets by itself. */
const isForced = ({ preferred, fault }: Exchange): boolean => preferred || fault !== undefined;

const increment = <Key>(counter: Map<Key, number>, key: Key): void =>
  void counter.set(key, (counter.get(key) ?? 0) + 1);
