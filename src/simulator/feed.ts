import { type Clock, type ClockReading, isoTime } from "../domain/clock.js";
import { type EventEntry, type EventLog, eventEntry } from "./event-log.js";
import type { JournalEntry } from "./journal.js";
import type { DeliveryEntry } from "./webhooks/delivery-entry.js";

/** What is told of, by the type of the entry. */
export interface FeedContents {
  /** A request with its answer, as the journal shows it. */
  readonly request: JournalEntry;
  /** A change that Zoom announces, whatever caused it. */
  readonly event: EventEntry;
  /** A request to an endpoint, with what it answered and what becomes of the delivery. */
  readonly delivery: DeliveryEntry;
  /** The clock was set otherwise; what became due by it comes next. */
  readonly clock: ClockReading;
  /** Everything was put back; what was told before is no longer so. */
  readonly reset: null;
  /** Told to whoever goes on where it left: not all that happened since is held any longer. */
  readonly gap: null;
}

/** One thing that happened in a universe. */
export type FeedEntry = {
  readonly [Type in keyof FeedContents]: {
    /** Grows with each entry, also over a reset. */
    readonly id: number;
    /** ISO 8601, from the universe's clock. */
    readonly at: string;
    readonly type: Type;
    readonly data: FeedContents[Type];
  };
}[keyof FeedContents];

/** Whoever is told what happens. */
interface FeedListener {
  readonly tell: (entry: FeedEntry) => void;
  /** There will be no more: the universe is gone, or the mock. */
  readonly end: () => void;
}

/** All that happens in a universe, for those who listen, in order. Nothing is made or kept before anybody ever does. */
export interface Feed {
  /** Costs a comparison while nobody listens: `make` is called for listeners only. */
  tell<Type extends keyof FeedContents>(type: Type, at: number, make: () => FeedContents[Type]): void;
  /**
   * Tells the listener of what happens from now on, until the returned function is called.
   *
   * @param after Before that, of what is still held behind the entry with this id; with a gap, if that is not all.
   */
  subscribe(listener: FeedListener, after?: number): () => void;
  /** Holds nothing any longer; whoever listens goes on doing so. */
  clear(): void;
  /** Tells all who listen that there will be no more. */
  end(): void;
}

interface Held {
  readonly id: number;
  readonly entry: () => FeedEntry;
}

/**
 * A feed that holds the last `capacity` entries: from the first time that anybody listens, and for another `capacity` of
 * them after the last one has left, so that whoever is cut off can go on.
 */
export function createFeed(capacity: number, clock: Pick<Clock, "now">, events: EventLog): Feed {
  const listeners = new Set<FeedListener>();
  let stopListening: (() => void) | undefined;
  let held: Held[] = [];
  let last = 0;
  let leftAt = 0;
  const feed: Feed = {
    tell: (type, at, make) => {
      if (stopListening === undefined) return;
      if (listeners.size === 0 && last - leftAt >= capacity) return sleep();
      last += 1;
      const id = last;
      const entry = once(() => ({ id, at: isoTime(at), type, data: make() }) as FeedEntry); // make is of the type
      if (capacity > 0) held[(id - 1) % capacity] = { id, entry };
      for (const listener of [...listeners]) listener.tell(entry());
    },
    subscribe: (listener, after) => {
      if (stopListening === undefined) wake();
      if (after !== undefined) for (const entry of since(after)) listener.tell(entry);
      listeners.add(listener);
      return () => {
        if (listeners.delete(listener)) leftAt = last;
      };
    },
    clear: () => {
      held = [];
    },
    end: () => {
      for (const listener of [...listeners]) listener.end();
      listeners.clear();
      if (stopListening !== undefined) sleep();
    },
  };
  return feed;

  function wake(): void {
    // What happened meanwhile was told to nobody: whoever goes on behind an earlier entry has missed it.
    if (last > 0) last += 1;
    stopListening = events.onAnnounce((published) => feed.tell("event", published.at, () => eventEntry(published)));
  }

  function sleep(): void {
    stopListening?.();
    stopListening = undefined;
    held = [];
  }

  function since(after: number): FeedEntry[] {
    const rest = held.filter(({ id }) => id > after || after > last).sort((one, other) => one.id - other.id);
    const first = rest[0]?.id ?? last + 1;
    const isWhole = after <= last && first <= after + 1;
    const gap: FeedEntry = { id: first - 1, at: isoTime(clock.now()), type: "gap", data: null };
    return [...(isWhole ? [] : [gap]), ...rest.map(({ entry }) => entry())];
  }
}

/** Made when it is first asked for, and then the same. */
function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
