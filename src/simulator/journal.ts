import { isoTime } from "../domain/clock.js";
import type { Evidence } from "../domain/evidence.js";
import type { LiveStreamStatus } from "../domain/livestream.js";
import type { Diagnosis } from "./diagnosis.js";
import type { Encoding, Exchange, FaultMark } from "./exchange.js";
import { redacted, redactedUrl } from "./redact.js";
import type { Announcement } from "./transaction.js";

/** One request and its answer, as a test reads it. Secrets are blacked out. */
export interface JournalEntry {
  /** Counts from 1, without gaps, since the last reset. */
  readonly id: number;
  /** ISO 8601, from the universe's clock. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  /** Zoom's operationId; `null` for a route that no operation has. */
  readonly operation: string | null;
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly encoding: Encoding;
  /** The body as it was understood; one of more than 16 KiB is left out. */
  readonly body: unknown;
  /** 0: a fault left the request without an answer. */
  readonly status: number;
  /** `null` when the mock itself refused: then `refusal` says why. */
  readonly outcome: string | null;
  readonly evidence: Evidence | null;
  readonly profile: string;
  /** Whether the outcome was asked for with a Prefer header. */
  readonly preferred: boolean;
  /** The fault that the answer is due to: such an answer says nothing about Zoom. */
  readonly fault: FaultMark | null;
  readonly refusal: string | null;
  readonly diagnoses: readonly Diagnosis[];
  /** The live stream before and after; `null` when no meeting or webinar was found. */
  readonly before: LiveStreamStatus | null;
  readonly after: LiveStreamStatus | null;
  readonly events: readonly Announcement[];
}

/** Which entries to list. All given members must hold. */
export interface JournalFilter {
  readonly operation?: string;
  readonly outcome?: string;
  readonly status?: number;
  readonly method?: string;
  /** Part of the path. */
  readonly path?: string;
  /** Only the newest so many, still oldest first. */
  readonly limit?: number;
}

/** The last requests of a universe, oldest first. */
export interface Journal {
  /** Keeps an exchange, and gives it as an entry for whoever wants it at once. */
  add(exchange: Exchange, at: number): () => JournalEntry;
  list(filter?: JournalFilter): JournalEntry[];
  /** The same requests as they were sent, secrets included: to compare with, never to show. */
  kept(): readonly KeptExchange[];
  /** Calls the listener with every request from now on, until the returned function is called. */
  onAdd(listener: (kept: KeptExchange) => void): () => void;
  /** How many requests there were since the last reset, those that were pushed out included. */
  readonly count: number;
  /** How many were pushed out because the journal was full. */
  readonly dropped: number;
  clear(): void;
}

/** A request as the journal keeps it. */
export interface KeptExchange {
  readonly id: number;
  /** Milliseconds since the epoch, from the universe's clock. */
  readonly at: number;
  readonly exchange: Exchange;
}

/** A journal that keeps the last `capacity` entries; adding costs the same however many there are. */
export function createJournal(capacity: number): Journal {
  const listeners = new Set<(kept: KeptExchange) => void>();
  let ring: KeptExchange[] = [];
  let count = 0;
  const oldestFirst = () => {
    const start = count > capacity ? count % capacity : 0;
    return [...ring.slice(start), ...ring.slice(0, start)];
  };
  return {
    add: (exchange, at) => {
      const kept = { id: count + 1, at, exchange: withoutLargeBody(exchange) };
      if (capacity > 0) ring[count % capacity] = kept;
      count += 1;
      if (listeners.size > 0) for (const listener of listeners) listener(kept);
      return () => presented(kept);
    },
    list: (filter = {}) => {
      const found = oldestFirst().filter(({ exchange }) => matches(exchange, filter));
      const from = filter.limit === undefined ? 0 : Math.max(0, found.length - filter.limit);
      return found.slice(from).map(presented);
    },
    kept: oldestFirst,
    onAdd: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get count() {
      return count;
    },
    get dropped() {
      return Math.max(0, count - capacity);
    },
    clear: () => {
      ring = [];
      count = 0;
    },
  };
}

/** The largest body that is kept, in bytes: a journal of a thousand entries stays small whatever it is sent. */
const LARGEST_BODY = 16 * 1024;

function withoutLargeBody(exchange: Exchange): Exchange {
  const { request } = exchange;
  const { body } = request;
  if (body.size <= LARGEST_BODY) return exchange;
  return { ...exchange, request: { ...request, body: { ...body, value: `[left out: ${body.size} bytes]` } } };
}

function matches(exchange: Exchange, filter: JournalFilter): boolean {
  return (
    (filter.operation === undefined || exchange.operationId === filter.operation) &&
    (filter.outcome === undefined || exchange.outcome === filter.outcome) &&
    (filter.status === undefined || exchange.status === filter.status) &&
    (filter.method === undefined || exchange.request.method === filter.method.toUpperCase()) &&
    (filter.path === undefined || exchange.request.url.includes(filter.path))
  );
}

/** A request as a test reads it. */
export const presented = ({ id, at, exchange }: KeptExchange): JournalEntry => ({
  id,
  at: isoTime(at),
  method: exchange.request.method,
  path: redactedUrl(exchange.request.url),
  operation: exchange.operationId,
  params: exchange.request.params,
  headers: redacted(exchange.request.headers),
  encoding: exchange.request.body.encoding,
  body: redacted(exchange.request.body.value) ?? null,
  status: exchange.status,
  outcome: exchange.outcome,
  evidence: exchange.evidence,
  profile: exchange.profile,
  preferred: exchange.preferred,
  fault: exchange.fault ?? null,
  refusal: exchange.refusal,
  diagnoses: exchange.request.body.diagnoses,
  before: exchange.before,
  after: exchange.after,
  events: exchange.events,
});
