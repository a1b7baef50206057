import type { Clock, ClockState } from "../domain/clock.js";
import { createIdentifiers, type Identifiers } from "../domain/identifiers.js";
import type { Switches } from "../domain/switches.js";
import { ENTITY_KINDS, type World } from "../domain/world.js";
import { type Agenda, createAgenda } from "./agenda.js";
import { type Credentials, withCredentials } from "./credentials.js";
import { createEventLog, type EventEntry, type EventLog, eventEntry } from "./event-log.js";
import { createFaults, type Faults } from "./faults.js";
import { createFeed, type Feed } from "./feed.js";
import { createJournal, type Journal } from "./journal.js";
import { createLifetime, type Lifetime } from "./lifetime.js";
import { createLimiter, type Limiter, type LimiterOptions } from "./limiter.js";
import { scheduleSessions } from "./schedule-sessions.js";
import type { Store } from "./store.js";
import type { KeptDelivery } from "./webhooks/kept-delivery.js";
import type { WebhookOptions } from "./webhooks/office.js";
import { createWebhooks, type Webhooks } from "./webhooks/webhooks.js";

/** One isolated world: entities, clock, identifiers and journal. Nothing of it is shared with another. */
export interface Universe {
  readonly id: string;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly store: Store;
  readonly identifiers: Identifiers;
  /** How often accounts and users may still call. */
  readonly limiter: Limiter;
  /** What is to go wrong. */
  readonly faults: Faults;
  /** Every event goes through here once what it tells is committed. */
  readonly events: EventLog;
  /** All that happens, for those who listen. */
  readonly feed: Feed;
  /** What is to happen by itself, and when. */
  readonly agenda: Agenda;
  /** Tells endpoints of the events. */
  readonly webhooks: Webhooks;
  /** What reaches it by itself; the default one is reached without. */
  readonly credentials: Credentials | null;
  /** The account whose tokens call the API. */
  readonly accountId: string;
  /** What reset returns to. */
  readonly origin: Origin;
  /** Resolves when the scenario is loaded. */
  readonly ready: Promise<void>;
  /** 32 hexadecimal digits, another one for each answer. */
  nextTrackingId(): string;
  /** The whole world as one document. */
  snapshot(): Promise<World>;
  /** Whether something is to happen before the next request. */
  isDue(): boolean;
  /** Lets what is due happen, in its order. */
  settle(): Promise<void>;
  /** Works out anew what is to happen: for a clock that was set back. */
  reschedule(): Promise<void>;
  /** Replaces the world, until the next reset. */
  load(world: World): Promise<void>;
  /** Makes this the one that reset returns to, and loads it. */
  setOrigin(origin: Origin): Promise<void>;
  /** Puts everything back: the scenario's world and faults, an empty journal, the clock as it was at first, no call counted. */
  reset(): Promise<void>;
  /** Ends when it is deleted, has expired, or its mock was closed. */
  readonly lifetime: Lifetime;
  /** Ends it: whoever listens or waits is told why, and nothing happens by itself or is sent any more. */
  end(why: string): void;
}

/** Where a universe begins, and returns to. */
export interface Origin {
  /** The scenario's name or file; `null` where it came as a document. */
  readonly scenario: string | null;
  readonly world: World;
}

/** Where a universe goes on from, in place of its scenario. */
export interface UniverseState {
  readonly world: World;
  readonly clock: ClockState;
  readonly identifiers: number;
  /** The webhooks that are still to be sent. */
  readonly deliveries: readonly KeptDelivery[];
}

export interface UniverseOptions {
  /** Its name; `default` is the one that every mock has. */
  readonly id: string;
  readonly origin: Origin;
  readonly clock: Clock;
  readonly store: Store;
  /** How many requests the journal keeps, and how many events. */
  readonly journalCapacity: number;
  readonly state?: UniverseState | undefined;
  readonly limits: LimiterOptions;
  /** Whether meetings and webinars start and end by themselves. */
  readonly scheduledSessions: Switches["scheduledSessions"];
  /** Whatever is loaded, there is an app and a token with these. */
  readonly credentials: Credentials | null;
  /** What that app and that token may do. */
  readonly scopes: readonly string[];
  /** Told of every event. */
  readonly onEvent?: ((entry: EventEntry, universe: string) => void) | undefined;
  readonly webhooks: WebhookOptions;
}

export function createUniverse(options: UniverseOptions): Universe {
  const { id, clock, journalCapacity, credentials, scopes, limits, state } = options;
  const identifiers = createIdentifiers(id);
  identifiers.reset(state?.identifiers);
  if (state) clock.restore(state.clock);
  const journal = createJournal(journalCapacity);
  const limiter = createLimiter(limits);
  const events = createEventLog(journalCapacity);
  const { onEvent } = options;
  if (onEvent) events.onAnnounce((published) => onEvent(eventEntry(published), id));
  const feed = createFeed(journalCapacity, clock, events);
  const faults = createFaults();
  faults.restore(options.origin.world.faults ?? []);
  const agenda = createAgenda(clock);
  const { store, reschedule } = scheduleSessions(options.scheduledSessions, {
    ...{ store: options.store, agenda, clock, identifiers, events },
  });
  const own = (world: World) => (credentials ? withCredentials(world, credentials, scopes) : world);
  const lifetime = createLifetime();
  const owned = ({ scenario, world }: Origin): Origin => ({ scenario, world: own(world) });
  let origin = owned(options.origin);
  let accountId = origin.world.account_id;
  let answers = 0;
  const webhooks = createWebhooks({
    ...{ id, store, agenda, clock, events, accountId: () => accountId, capacity: journalCapacity, lifetime },
    ...options.webhooks,
    onSent: (entries) => {
      for (const entry of entries) feed.tell("delivery", clock.now(), () => entry);
      options.webhooks.onSent(entries);
    },
  });
  const load = async (world: World) => {
    accountId = world.account_id;
    if (world.faults) faults.restore(world.faults);
    limiter.learn(world.accounts);
    await store.load(own(world));
    agenda.clear();
    await reschedule();
    webhooks.load(world.webhooks);
  };
  const universe: Universe = {
    id,
    clock,
    journal,
    store,
    identifiers,
    limiter,
    faults,
    events,
    feed,
    agenda,
    webhooks,
    isDue: agenda.isDue,
    settle: agenda.settle,
    reschedule,
    credentials,
    get accountId() {
      return accountId;
    },
    get origin() {
      return origin;
    },
    ready: load(state?.world ?? origin.world).then(() => webhooks.goOn(state?.deliveries ?? [])),
    nextTrackingId: () => {
      answers += 1;
      return answers.toString(16).toUpperCase().padStart(32, "0");
    },
    snapshot: async () => {
      const entities = await Promise.all(ENTITY_KINDS.map(async (kind) => [kind, await store.list(kind)] as const));
      return { account_id: accountId, ...Object.fromEntries(entities) } as World; // every kind is there
    },
    load,
    setOrigin: async (next) => {
      origin = owned(next);
      await universe.reset();
    },
    reset: async () => {
      clock.reset();
      await load(origin.world);
      journal.clear();
      events.clear();
      webhooks.clear();
      identifiers.reset();
      limiter.clear();
      faults.restore(origin.world.faults ?? []);
      answers = 0;
      feed.clear();
      feed.tell("reset", clock.now(), () => null);
    },
    lifetime,
    end: (why) => {
      lifetime.end(why);
      feed.end();
    },
  };
  return universe;
}
