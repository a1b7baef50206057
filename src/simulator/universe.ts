import type { Clock } from "../domain/clock.js";
import { createIdentifiers, type Identifiers } from "../domain/identifiers.js";
import { ENTITY_KINDS, type World } from "../domain/world.js";
import { type Credentials, withCredentials } from "./credentials.js";
import { createJournal, type Journal } from "./journal.js";
import type { Store } from "./store.js";

/** One isolated world: entities, clock, identifiers and journal. Nothing of it is shared with another. */
export interface Universe {
  readonly id: string;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly store: Store;
  readonly identifiers: Identifiers;
  /** What reaches it by itself; the default one is reached without. */
  readonly credentials: Credentials | null;
  /** The account whose tokens call the API. */
  readonly accountId: string;
  /** The world that reset returns to. */
  readonly scenario: World;
  /** Resolves when the scenario is loaded. */
  readonly ready: Promise<void>;
  /** 32 hexadecimal digits, another one for each answer. */
  nextTrackingId(): string;
  /** The whole world as one document. */
  snapshot(): Promise<World>;
  /** Replaces the world, until the next reset. */
  load(world: World): Promise<void>;
  /** Makes this world the one that reset returns to, and loads it. */
  setScenario(world: World): Promise<void>;
  /** Puts everything back: the scenario's world, an empty journal, the clock as it was at first. */
  reset(): Promise<void>;
}

export interface UniverseOptions {
  /** Its name; `default` is the one that every mock has. */
  readonly id: string;
  readonly scenario: World;
  readonly clock: Clock;
  readonly store: Store;
  /** How many requests the journal keeps. */
  readonly journalCapacity: number;
  /** Whatever is loaded, there is an app and a token with these. */
  readonly credentials: Credentials | null;
  /** What that app and that token may do. */
  readonly scopes: readonly string[];
}

export function createUniverse(options: UniverseOptions): Universe {
  const { id, scenario, clock, store, journalCapacity, credentials, scopes } = options;
  const identifiers = createIdentifiers(id);
  const journal = createJournal(journalCapacity);
  const own = (world: World) => (credentials ? withCredentials(world, credentials, scopes) : world);
  let origin = own(scenario);
  let accountId = scenario.account_id;
  let answers = 0;
  const load = async (world: World) => {
    accountId = world.account_id;
    await store.load(own(world));
  };
  const universe: Universe = {
    id,
    clock,
    journal,
    store,
    identifiers,
    credentials,
    get accountId() {
      return accountId;
    },
    get scenario() {
      return origin;
    },
    ready: load(scenario),
    nextTrackingId: () => {
      answers += 1;
      return answers.toString(16).toUpperCase().padStart(32, "0");
    },
    snapshot: async () => {
      const entities = await Promise.all(ENTITY_KINDS.map(async (kind) => [kind, await store.list(kind)] as const));
      return { account_id: accountId, ...Object.fromEntries(entities) } as World; // every kind is there
    },
    load,
    setScenario: async (world) => {
      origin = own(world);
      await universe.reset();
    },
    reset: async () => {
      await load(origin);
      clock.reset();
      journal.clear();
      identifiers.reset();
      answers = 0;
    },
  };
  return universe;
}
