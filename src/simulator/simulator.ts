import type { Switches } from "../domain/switches.js";
import type { BodyFields } from "../operations/body-fields.js";
import type { AnyOperation, TokenPolicy } from "../operations/operation.js";
import type { Profile } from "../operations/profile.js";
import { type Coverage, createCoverage } from "./coverage.js";
import type { Exchange, Reply, ZoomRequest } from "./exchange.js";
import type { JournalEntry } from "./journal.js";
import type { Observer } from "./observer.js";
import { perform } from "./perform.js";
import { type PreparedOperation, prepare } from "./prepared-operation.js";
import type { Universe } from "./universe.js";
import type { DeliveryEntry } from "./webhooks/delivery-entry.js";

export interface SimulatorOptions {
  readonly operations: readonly AnyOperation[];
  readonly profile: Profile;
  readonly switches: Switches;
  /** Whether bodies that are only nearly right are refused. */
  readonly strict: boolean;
  /** Which bearer tokens are taken. */
  readonly tokens: TokenPolicy["mode"];
  /** Whether users consent to what apps ask for without being asked. */
  readonly autoConsent: boolean;
  /** Told of every request once it is in the journal. */
  readonly onRequest?: ((entry: JournalEntry) => void) | undefined;
}

/** A Zoom without a socket: performs operations on a small world and answers as the profile says. */
export interface Simulator {
  readonly operations: readonly AnyOperation[];
  readonly profile: Profile;
  readonly switches: Switches;
  readonly strict: boolean;
  readonly tokens: TokenPolicy;
  /** What clients have met of what there is, in all universes. */
  readonly coverage: Coverage;
  /** Told of the requests and deliveries of all universes, if there is one. */
  readonly observer: Observer | undefined;
  observe(observer: Observer): void;
  /** The fields of an operation's body, as the switches decide them. */
  fields(operation: AnyOperation): BodyFields;
  /** Performs one operation. Resolves to a refusal of ours when the Prefer header asks for what there is not. */
  perform(
    operation: AnyOperation,
    request: ZoomRequest,
    universe: Universe,
  ): Promise<Reply | { readonly refusal: string }>;
  /** Notes a page that the mock itself showed, or the redirect that it ended with. */
  recordPage(request: ZoomRequest, status: number, outcome: string, universe: Universe): void;
  /** Notes a request that the mock itself refused. */
  recordRefusal(
    request: ZoomRequest,
    status: number,
    refusal: string,
    universe: Universe,
    operation?: AnyOperation,
  ): void;
  /** Notes that a webhook was sent to an endpoint, by one request or more. */
  recordDelivery(entries: readonly DeliveryEntry[]): void;
}

export function createSimulator(options: SimulatorOptions): Simulator {
  const { operations, profile, switches, strict, autoConsent, onRequest } = options;
  const tokens: TokenPolicy = { mode: options.tokens, everyScope: everyScope(operations), autoConsent };
  let observer: Observer | undefined;
  const prepared = new Map<AnyOperation, PreparedOperation>();
  const coverage = createCoverage();
  const record = (exchange: Exchange, universe: Universe) => {
    coverage.count(exchange);
    const at = universe.clock.now();
    const entry = universe.journal.add(exchange, at);
    universe.feed.tell("request", at, entry);
    onRequest?.(entry());
    observer?.exchange(exchange);
  };
  const simulator: Simulator = {
    operations,
    profile,
    switches,
    strict,
    tokens,
    coverage,
    get observer() {
      return observer;
    },
    observe: (told) => {
      observer = told;
    },
    fields: (operation) => preparedOf(operation).fields,
    perform: async (operation, request, universe) => {
      if (universe.isDue()) await universe.settle();
      const result = await perform(preparedOf(operation), request, { profile, switches, universe, tokens });
      if ("refusal" in result) return result;
      record(result.exchange, universe);
      return result.reply;
    },
    recordPage: (request, status, outcome, universe) => {
      const page = { operationId: null, refusal: null, preferred: false, before: null, after: null, events: [] };
      record({ request, status, outcome, evidence: "assumed", profile: profile.name, ...page }, universe);
    },
    recordRefusal: (request, status, refusal, universe, operation) => {
      const nothing = { outcome: null, evidence: null, before: null, after: null, events: [] };
      const operationId = operation?.id ?? null;
      record({ request, operationId, status, refusal, profile: profile.name, preferred: false, ...nothing }, universe);
    },
    recordDelivery: (entries) => {
      coverage.countDelivery(entries);
      observer?.sent(entries);
    },
  };
  return simulator;

  /** Not before it is asked for: a mock of thirty operations starts as fast as one of two. */
  function preparedOf(operation: AnyOperation): PreparedOperation {
    const known = prepared.get(operation);
    if (known) return known;
    const fresh = prepare(operation, profile, switches);
    prepared.set(operation, fresh);
    return fresh;
  }
}

const everyScope = (operations: readonly AnyOperation[]): string[] => [
  ...new Set(operations.flatMap(({ scopes }) => [...scopes.classic, ...scopes.granular])),
];
