import type { Account } from "../domain/account.js";
import type { ClockReading } from "../domain/clock.js";
import type { Duration } from "../domain/duration.js";
import type { Moment } from "../domain/moment.js";
import type { App, Token } from "../domain/oauth.js";
import type { RateLimitLabel } from "../domain/rate-limits.js";
import type { Meeting, Webinar } from "../domain/scheduled.js";
import type { User } from "../domain/user.js";
import type { Webhook } from "../domain/webhook.js";
import type { World } from "../domain/world.js";
import type {
  AccountInput,
  AppInput,
  MeetingInput,
  Scenario,
  TokenInput,
  UserInput,
  WebhookInput,
  WebinarInput,
} from "../fixtures/world-schema.js";
import type { EventEntry } from "../simulator/event-log.js";
import type { JournalEntry, JournalFilter } from "../simulator/journal.js";
import type { LimitUsage } from "../simulator/limit-usage.js";
import type { ClockMove } from "./clock-commands.js";
import * as clock from "./clock-commands.js";
import { type AnyControlCommand, ZoomMockControlError } from "./command.js";
import { ENTITY_COMMANDS } from "./entity-commands.js";
import { listEvents } from "./event-commands.js";
import { createFaultClient, type FaultControl } from "./fault-client.js";
import { readLimits, spendLimits } from "./limit-commands.js";
import { readMetrics } from "./metrics-commands.js";
import { readProviderStates, setProviderState } from "./provider-state-commands.js";
import { clearRequests, listRequests } from "./request-commands.js";
import { SESSION_COMMANDS } from "./session-commands.js";
import type { EventControl, Subscribe } from "./subscription.js";
import * as verification from "./verification-client.js";
import { createWebhookClient, type WebhookControl } from "./webhook-client.js";
import {
  readHealth,
  readReadiness,
  readScenario,
  readState,
  reset,
  writeScenario,
  writeState,
} from "./world-commands.js";

/** What a mock says of itself. */
export interface Health {
  readonly status: "ok";
  readonly name: string;
  readonly version: string;
  readonly profile: string;
  /** How many universes there are besides the default one. */
  readonly universes: number;
  /** The process it runs in, where it was started from the command line. */
  readonly pid?: number;
}

/** Reads and sets up the accounts, users, apps, tokens, meetings or webinars of the mock's world. */
export interface EntityControl<Entity, Input> {
  /** All of them. */
  list(): Promise<Entity[]>;
  /** @throws ZoomMockControlError with status 404 when there is none with the id. */
  get(id: string): Promise<Entity>;
  /** Creates or replaces one. What is left out is as with one that is ready to be streamed. */
  put(id: string, entity?: Omit<Input, "id">): Promise<Entity>;
  /** @throws ZoomMockControlError with status 404 when there is none with the id. */
  delete(id: string): Promise<void>;
}

/** Does what a host does in the client. What is started already, or not to be ended, stays as it is. */
export interface SessionControl<Entity> {
  /** @throws ZoomMockControlError with status 404 when there is none with the id. */
  start(id: string): Promise<Entity>;
  /** Ends it, and with it its stream; the next time it is held it has another uuid. */
  end(id: string): Promise<Entity>;
}

/** Does what a webinar's host does in the client. */
export interface WebinarSessionControl<Entity> extends SessionControl<Entity> {
  /**
   * Starts the practice session, which does not count as started.
   *
   * @throws ZoomMockControlError with status 409 when the webinar has started.
   */
  practice(id: string): Promise<Entity>;
}

/** The mock's time. Every method resolves to what the clock then shows. */
export interface ClockControl {
  get(): Promise<ClockReading>;
  /** Stops the clock, at the given time or now. */
  freeze(at?: Moment): Promise<ClockReading>;
  /** Moves it forward: by milliseconds, or by a text such as `"30s"` or `"5m"`. */
  advance(by: Duration): Promise<ClockMove>;
  set(at: Moment): Promise<ClockMove>;
  /** Lets a frozen clock run on. */
  resume(): Promise<ClockReading>;
}

/** Calls as `limits.spend` counts them: of an account (the mock's own by default), or creates and updates of a user. */
export type SpentCalls =
  | { readonly label: RateLimitLabel; readonly calls: number; readonly account_id?: string }
  | { readonly user_id: string; readonly calls: number };

/** The rate limits of accounts and users. Without a plan there are none. */
export interface LimitControl {
  /** What was used of what. */
  get(): Promise<LimitUsage>;
  /**
   * Counts calls as if they had been made now, so that a test meets a limit without making them.
   *
   * @throws ZoomMockControlError with status 400 when the account has no plan.
   */
  spend(calls: SpentCalls): Promise<LimitUsage>;
}

/** What a test can do with a mock, in this process or in another: the same methods, the same answers. */
export interface ZoomMockControl extends verification.VerificationControl {
  /** @throws ZoomMockControlError when what answers is no zoom-mock. */
  health(): Promise<Health>;
  /** Resolves once the scenario is loaded. */
  ready(): Promise<void>;
  /** Puts world, clock and journal back to what they were at first. */
  reset(): Promise<void>;
  /** The whole world as one document; `put` replaces it until the next reset. */
  readonly state: { get(): Promise<World>; put(world: Scenario): Promise<void> };
  /** The world that `reset` returns to; `put` takes one of the package's by name, or your own, and resets to it. */
  readonly scenario: { get(): Promise<World>; put(scenario: string | Scenario): Promise<void> };
  readonly accounts: EntityControl<Account, AccountInput>;
  readonly users: EntityControl<User, UserInput>;
  readonly apps: EntityControl<App, AppInput>;
  readonly tokens: EntityControl<Token, TokenInput>;
  readonly meetings: EntityControl<Meeting, MeetingInput> & SessionControl<Meeting>;
  readonly webinars: EntityControl<Webinar, WebinarInput> & WebinarSessionControl<Webinar>;
  readonly webhooks: EntityControl<Webhook, WebhookInput> & WebhookControl;
  readonly clock: ClockControl;
  readonly limits: LimitControl;
  readonly faults: FaultControl;
  readonly requests: verification.RequestExplanation & {
    /** The last requests with their answers, oldest first. */
    list(filter?: JournalFilter): Promise<JournalEntry[]>;
    /** How many requests the journal has lost because it was full. */
    dropped(): Promise<number>;
    clear(): Promise<void>;
  };
  /** What happened, and what happens. */
  readonly events: EventControl;
  /** All universes' metrics in Prometheus' text format; requests since the first call, or the start with `metrics`. */
  metrics(): Promise<string>;
  /** The states that contracts name. */
  readonly providerStates: {
    /** Every state with its description and parameters. */
    list(): Promise<Readonly<Record<string, { description: string; params: Readonly<Record<string, string>> }>>>;
    /**
     * Sets one up; parameters that are left out are as in the catalogue. An empty name resets.
     *
     * @throws ZoomMockControlError with status 404 when there is no such state, 400 when it has no such parameter.
     */
    setUp(state: string, params?: Readonly<Record<string, unknown>>): Promise<void>;
  };
}

/** The input of a command: path and query parameters by name, the JSON body as `body`. */
type ControlInput = Readonly<Record<string, unknown>>;

/** Carries a command to a universe of the mock, or to the default one, and its output back, as JSON would. */
export interface ControlTransport {
  (command: AnyControlCommand, input: ControlInput, universe?: string | undefined): Promise<unknown>;
  readonly subscribe: Subscribe;
}

/**
 * The methods over a transport. The types say what the commands give; one test suite runs over both transports.
 *
 * @param universe The one they act on, unless it is the one that the transport leads to.
 */
export function createControlClient(send: ControlTransport, universe?: string): ZoomMockControl {
  const call = <Output>(command: AnyControlCommand, input: ControlInput = {}) =>
    send(command, input, universe) as Promise<Output>;
  const list = (filter: JournalFilter = {}) =>
    call<{ requests: JournalEntry[]; dropped: number }>(listRequests, { ...filter });
  return {
    health: async () => {
      const health = await call<Health | undefined>(readHealth);
      if (health?.name === "zoom-mock") return health;
      throw new ZoomMockControlError(0, "Failed to read the health: what answers is no zoom-mock. Correct the URL.");
    },
    ready: async () => void (await call(readReadiness)),
    reset: () => call(reset),
    state: { get: () => call(readState), put: (body) => call(writeState, { body }) },
    scenario: { get: () => call(readScenario), put: (scenario) => call(writeScenario, { body: { scenario } }) },
    accounts: entityControl(ENTITY_COMMANDS.accounts),
    users: entityControl(ENTITY_COMMANDS.users),
    apps: entityControl(ENTITY_COMMANDS.apps),
    tokens: entityControl(ENTITY_COMMANDS.tokens),
    meetings: {
      ...entityControl<Meeting, MeetingInput>(ENTITY_COMMANDS.meetings),
      start: (id) => callOne(SESSION_COMMANDS.startMeeting, id),
      end: (id) => callOne(SESSION_COMMANDS.endMeeting, id),
    },
    webinars: {
      ...entityControl<Webinar, WebinarInput>(ENTITY_COMMANDS.webinars),
      practice: (id) => callOne(SESSION_COMMANDS.practiceWebinar, id),
      start: (id) => callOne(SESSION_COMMANDS.startWebinar, id),
      end: (id) => callOne(SESSION_COMMANDS.endWebinar, id),
    },
    webhooks: { ...entityControl(ENTITY_COMMANDS.webhooks), ...createWebhookClient(call) },
    clock: {
      get: () => call(clock.readClock),
      freeze: (moment) => call(clock.freezeClock, moment === undefined ? {} : { body: { at: at(moment) } }),
      advance: (by) => call(clock.advanceClock, { body: { by } }),
      set: (moment) => call(clock.setClock, { body: { at: at(moment) } }),
      resume: () => call(clock.resumeClock),
    },
    limits: { get: () => call(readLimits), spend: (body) => call(spendLimits, { body }) },
    ...verification.createVerificationClient(call),
    faults: createFaultClient(call),
    requests: {
      ...verification.createRequestExplanation(call),
      list: async (filter) => (await list(filter)).requests,
      dropped: async () => (await list({ limit: 1 })).dropped,
      clear: () => call(clearRequests),
    },
    events: {
      list: async () => (await call<{ events: EventEntry[] }>(listEvents)).events,
      subscribe: (listener, options) => send.subscribe(listener, options, universe),
    },
    metrics: () => call(readMetrics),
    providerStates: {
      list: () => call(readProviderStates),
      setUp: async (state, params = {}) => void (await call(setProviderState, { body: { state, params } })),
    },
  };

  async function callOne<Output>(command: AnyControlCommand, id: string): Promise<Output> {
    return call(command, { id: checkedId(command, id) });
  }

  function entityControl<Entity, Input>(
    commands: Readonly<Record<"list" | "get" | "put" | "delete", AnyControlCommand>>,
  ): EntityControl<Entity, Input> {
    return {
      list: () => call(commands.list),
      get: (id) => callOne(commands.get, id),
      put: async (id, body) => {
        const checked = checkedId(commands.put, id);
        return call(commands.put, body === undefined ? { id: checked } : { id: checked, body });
      },
      delete: (id) => callOne(commands.delete, id),
    };
  }
}

/** What JSON takes over, as the moment itself would be read. */
export const at = (moment: Moment) => {
  if (!(moment instanceof Date)) return moment;
  return Number.isNaN(moment.getTime()) ? String(moment) : moment.getTime();
};

/** Refuses what a URL cannot carry as an id, so that the mock answers alike wherever it runs. */
function checkedId({ method, path }: AnyControlCommand, id: unknown): string {
  if (typeof id === "string" && !["", ".", ".."].includes(id)) return id;
  throw new ZoomMockControlError(
    400,
    `Failed to ${method} ${path}: an id is a text of digits, a user's any text; found ${JSON.stringify(id)}. Give one in quotes.`,
  );
}
