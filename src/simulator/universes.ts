import type { Clock } from "../domain/clock.js";
import type { Moment } from "../domain/moment.js";
import type { Switches } from "../domain/switches.js";
import { credentialsOf } from "./credentials.js";
import type { LimiterOptions } from "./limiter.js";
import type { Store } from "./store.js";
import { createUniverse, type Origin, type Universe, type UniverseOptions, type UniverseState } from "./universe.js";
import type { WebhookOptions } from "./webhooks/office.js";

/** What a new universe starts from; what is left out is as in the default one. */
interface NewUniverse {
  readonly origin?: Origin | undefined;
  readonly frozenAt?: Moment | undefined;
}

/** The universes of one mock. */
export interface Universes {
  /** The one for requests that name none. */
  readonly default: Universe;
  /** Whether there ever was another one: as long as there was none, no request can name one by its credentials. */
  readonly separated: boolean;
  /** How many there may be besides the default one. */
  readonly limit: number;
  /** A new one; `undefined` when there are as many as there may be, all of them in use. */
  create(from?: NewUniverse): Universe | undefined;
  /** The one with the id, whose idle time then begins again; `undefined` when it was deleted, expired or never was. */
  find(id: string): Universe | undefined;
  /** Those besides the default one, the oldest first. */
  list(): Universe[];
  /** `false` when there is none with the id. The default one cannot be deleted. */
  delete(id: string): boolean;
  /** Calls the listener with each universe there is, and with each that is opened. */
  onOpen(listener: (universe: Universe) => void): void;
}

export interface UniversesOptions {
  readonly origin: Origin;
  /** A clock for a new universe. */
  readonly createClock: (frozenAt?: Moment) => Clock;
  readonly createStore: () => Store;
  /** How many requests each journal keeps. */
  readonly journalCapacity: number;
  readonly limits: LimiterOptions;
  readonly scheduledSessions: Switches["scheduledSessions"];
  readonly onEvent?: UniverseOptions["onEvent"];
  /** Of the default one, where it is kept: its clock, its store, and what it goes on from. */
  readonly kept?:
    | { readonly clock: Clock; readonly store: Store; readonly state: UniverseState | undefined }
    | undefined;
  /** What the universes' own apps and tokens may do. */
  readonly scopes: readonly string[];
  readonly webhooks: WebhookOptions;
  /** How many there may be besides the default one. */
  readonly limit: number;
  /** After how many milliseconds without a request one expires. */
  readonly idle: number;
  /** The machine's time: a frozen universe expires all the same. */
  readonly now: () => number;
}

/** The universe of the requests that name none. */
const DEFAULT_UNIVERSE = "default";

/** The header that names the universe of a request. */
export const UNIVERSE_HEADER = "x-zoom-mock-universe";

/** Said of a universe that a request names and that there is not. */
export const unknownUniverse = (id: string | undefined): string =>
  `There is no universe ${JSON.stringify(id)}: it was deleted, has expired, or was never opened here. Open one with POST /__zoom/universes, or name none for the default one.`;

/** How often within the idle time all universes are looked through. */
const SWEEPS = 10;

export function createUniverses(options: UniversesOptions): Universes {
  const { limit, idle, now, createClock, createStore, kept } = options;
  const { journalCapacity, scopes, limits, scheduledSessions, onEvent, webhooks } = options;
  const separate = new Map<string, { readonly universe: Universe; usedAt: number }>();
  const listeners: ((universe: Universe) => void)[] = [];
  let created = 0;
  let sweepAt = 0;
  const common = { journalCapacity, scopes, limits, scheduledSessions, onEvent, webhooks };
  const initial = createUniverse({
    ...{ id: DEFAULT_UNIVERSE, origin: options.origin, credentials: null, ...common },
    ...(kept ?? { clock: createClock(), store: createStore() }),
  });
  const remove = (id: string) => {
    separate.get(id)?.universe.end(`universe ${id} was deleted or has expired`);
    return separate.delete(id);
  };
  const opened = () => Array.from(separate.values(), ({ universe }) => universe);
  const sweep = () => {
    const time = now();
    for (const [id, { usedAt }] of separate) if (time - usedAt >= idle) remove(id);
    sweepAt = time + idle / SWEEPS;
  };
  // Looking through all of them must not be a part of every request.
  const sweepWhenDue = () => void (now() >= sweepAt && sweep());
  return {
    default: initial,
    limit,
    get separated() {
      return created > 0;
    },
    create: ({ origin = initial.origin, frozenAt } = {}) => {
      sweepWhenDue();
      if (separate.size >= limit) sweep();
      if (separate.size >= limit) return undefined;
      created += 1;
      const id = `u${created}`;
      const universe = createUniverse({
        ...{ id, origin, clock: createClock(frozenAt), store: createStore() },
        ...{ credentials: credentialsOf(id), ...common },
      });
      separate.set(id, { universe, usedAt: now() });
      for (const listener of listeners) listener(universe);
      return universe;
    },
    find: (id) => {
      if (id === DEFAULT_UNIVERSE) return initial;
      sweepWhenDue();
      const found = separate.get(id);
      if (!found) return undefined;
      const time = now();
      if (time - found.usedAt >= idle) {
        remove(id);
        return undefined;
      }
      found.usedAt = time;
      return found.universe;
    },
    list: () => {
      sweep();
      return opened();
    },
    delete: remove,
    onOpen: (listener) => {
      listeners.push(listener);
      for (const universe of [initial, ...opened()]) listener(universe);
    },
  };
}
