import { isoTime } from "../domain/clock.js";
import type { Announcement, Told } from "./transaction.js";

/** What brought an event about: a request to Zoom's API, a control command, or that its time had come. */
export type EventCause = "request" | "control" | "clock";

/** One event of a universe, as a test reads it. */
export interface EventEntry extends Announcement {
  /** Counts from 1, without gaps, since the last reset. */
  readonly number: number;
  /** ISO 8601, from the universe's clock. */
  readonly at: string;
  /** Of which time it was held, where a meeting or webinar is told of. */
  readonly uuid: string | null;
  readonly cause: EventCause;
}

/** An event as it is kept and told: for every start and stop, and seldom read. */
export interface PublishedEvent {
  readonly told: Told;
  /** Counts from 1, without gaps, since the last reset. */
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly cause: EventCause;
}

/** The one place through which all events of a universe go, whatever caused them: requests, commands or the clock. */
export interface EventLog {
  /** Tells all who listen, in order. What is told is committed. */
  publish(told: readonly Told[], at: number, cause: EventCause): void;
  /** Calls the listener with every event from now on, until the returned function is called. */
  onAnnounce(listener: (event: PublishedEvent) => void): () => void;
  /** The last events, oldest first. */
  list(): EventEntry[];
  clear(): void;
}

/** A log of the last `capacity` events; publishing costs the same however many there are. */
export function createEventLog(capacity: number): EventLog {
  const listeners = new Set<(event: PublishedEvent) => void>();
  let ring: PublishedEvent[] = [];
  let count = 0;
  return {
    publish: (told, at, cause) => {
      for (const each of told) {
        count += 1;
        const published = { told: each, number: count, at, cause };
        if (capacity > 0) ring[(count - 1) % capacity] = published;
        for (const listener of listeners) listener(published);
      }
    },
    onAnnounce: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    list: () => {
      const start = count > capacity ? count % capacity : 0;
      return [...ring.slice(start), ...ring.slice(0, start)].map(eventEntry);
    },
    clear: () => {
      ring = [];
      count = 0;
    },
  };
}

/** A published event as a test reads it. */
export function eventEntry({ told: { event, kind, id, entity }, number, at, cause }: PublishedEvent): EventEntry {
  const uuid = entity && "uuid" in entity ? entity.uuid : null;
  return { number, at: isoTime(at), event, kind, id, uuid, cause };
}
