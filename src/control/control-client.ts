import type { Account } from "../domain/account.js";
import type { Duration } from "../domain/duration.js";
import type { MockAccess } from "../domain/mock-access.js";
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
import { type ClockControl, createClockClient } from "./clock-client.js";
import { type AnyControlCommand, ZoomMockControlError } from "./command.js";
import { createEntityClient, type EntityControl } from "./entity-client.js";
import { ENTITY_COMMANDS } from "./entity-commands.js";
import { listEvents } from "./event-commands.js";
import { createFaultClient, type FaultControl } from "./fault-client.js";
import { readLimits, spendLimits } from "./limit-commands.js";
import { readMetrics } from "./metrics-commands.js";
import { readProviderStates, setProviderState } from "./provider-state-commands.js";
import { type Readiness, readReadiness } from "./readiness-command.js";
import { clearRequests, listRequests } from "./request-commands.js";
import {
  createMeetingSessions,
  createWebinarSessions,
  type SessionControl,
  type WebinarSessionControl,
} from "./session-client.js";
import type { EventControl, Subscribe } from "./subscription.js";
import * as verification from "./verification-client.js";
import { createWebhookClient, type WebhookControl } from "./webhook-client.js";
import { readAccess, readHealth, readScenario, readState, reset, writeScenario, writeState } from "./world-commands.js";

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
  /**
   * How it is reached: HTTP, HTTPS, proxy.
   *
   * @throws ZoomMockControlError with status 404 when it does not listen by itself.
   */
  access(): Promise<MockAccess>;
  /**
   * Resolves once the scenario is loaded and no subscription is being validated, to what is loaded.
   *
   * @param options `timeout` is at most a minute of real time, and five seconds where it is left out.
   * @throws ZoomMockControlError with status 503 when it is not ready in time; its `data` is the `Readiness`.
   */
  ready(options?: { readonly timeout?: Duration }): Promise<Readiness>;
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
  /**
   * All universes' metrics in Prometheus' text format; requests and deliveries since the first call, or the start with
   * `metrics`.
   */
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
    access: () => call(readAccess),
    health: async () => {
      const health = await call<Health | undefined>(readHealth);
      if (health?.name === "zoom-mock") return health;
      throw new ZoomMockControlError(0, "Failed to read the health: what answers is no zoom-mock. Correct the URL.");
    },
    ready: ({ timeout = "5s" } = {}) => call(readReadiness, { timeout }),
    reset: () => call(reset),
    state: { get: () => call(readState), put: (body) => call(writeState, { body }) },
    scenario: { get: () => call(readScenario), put: (scenario) => call(writeScenario, { body: { scenario } }) },
    accounts: createEntityClient(call, ENTITY_COMMANDS.accounts),
    users: createEntityClient(call, ENTITY_COMMANDS.users),
    apps: createEntityClient(call, ENTITY_COMMANDS.apps),
    tokens: createEntityClient(call, ENTITY_COMMANDS.tokens),
    meetings: { ...createEntityClient(call, ENTITY_COMMANDS.meetings), ...createMeetingSessions(call) },
    webinars: { ...createEntityClient(call, ENTITY_COMMANDS.webinars), ...createWebinarSessions(call) },
    webhooks: { ...createEntityClient(call, ENTITY_COMMANDS.webhooks), ...createWebhookClient(call) },
    clock: createClockClient(call),
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
}
