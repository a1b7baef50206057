import type { EventEntry } from "../simulator/event-log.js";
import type { FeedEntry } from "../simulator/feed.js";

/** What is told of a universe: what happened so far, and what happens. */
export interface EventControl {
  /** The last events, oldest first, whatever caused them: requests, control commands or the clock. */
  list(): Promise<EventEntry[]>;
  /**
   * Tells the listener of all that happens from now on, in order: requests with their answers, events, deliveries,
   * moves of the clock, resets. Resolves once nothing is missed any longer, to a function that ends it.
   *
   * @throws ZoomMockControlError when the mock cannot be reached, or refuses.
   */
  subscribe(listener: (entry: FeedEntry) => void, options?: SubscribeOptions): Promise<() => void>;
}

/** Where a subscription begins, and who is told of its end. */
export interface SubscribeOptions {
  /**
   * The id of the entry behind which it goes on, as far as the mock still holds what came next; where it does not, an
   * entry of the type `gap` says so.
   * @default none: from now on
   * @example 17
   */
  readonly after?: number;
  /**
   * Told once when there will be no more because the mock or the universe is gone, or the connection to it.
   * @default none
   * @example () => console.log("The mock is gone.")
   */
  readonly onEnd?: () => void;
}

/** Subscribes to a universe of the mock, or to the one that a transport leads to. */
export type Subscribe = (
  listener: (entry: FeedEntry) => void,
  options?: SubscribeOptions,
  universe?: string | undefined,
) => Promise<() => void>;

/** A listener that fails must not change what the client is answered, nor what other listeners are told. */
export const contained =
  (listener: (entry: FeedEntry) => void): ((entry: FeedEntry) => void) =>
  (entry) => {
    try {
      listener(entry);
    } catch (error) {
      console.error("Failed to tell a listener of an event: it threw. Mend the listener.", error);
    }
  };
