import type { Clock } from "../domain/clock.js";
import type { World } from "../domain/world.js";
import { createJournal, type Journal } from "./journal.js";
import type { Store } from "./store.js";

/** One isolated world: entities, clock and journal. Nothing of it is shared with another. */
export interface Universe {
  readonly clock: Clock;
  readonly journal: Journal;
  readonly store: Store;
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
  readonly scenario: World;
  readonly clock: Clock;
  readonly store: Store;
  /** How many requests the journal keeps. */
  readonly journalCapacity: number;
}

export function createUniverse({ scenario, clock, store, journalCapacity }: UniverseOptions): Universe {
  const journal = createJournal(journalCapacity);
  let origin = scenario;
  let accountId = scenario.account_id;
  let answers = 0;
  const load = async (world: World) => {
    accountId = world.account_id;
    await store.load(world);
  };
  const universe: Universe = {
    clock,
    journal,
    store,
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
      const [users, meetings, webinars] = await Promise.all([
        store.list("users"),
        store.list("meetings"),
        store.list("webinars"),
      ]);
      return { account_id: accountId, users, meetings, webinars };
    },
    load,
    setScenario: async (world) => {
      origin = world;
      await universe.reset();
    },
    reset: async () => {
      await load(origin);
      clock.reset();
      journal.clear();
      answers = 0;
    },
  };
  return universe;
}
