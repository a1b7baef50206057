import * as v from "valibot";
import { httpDate } from "../domain/clock.js";
import type { LiveStreamStatus } from "../domain/livestream.js";
import type { Switches } from "../domain/switches.js";
import type { Entities, EntityKind } from "../domain/world.js";
import type { AnyDecision, FixtureValue, TokenPolicy } from "../operations/operation.js";
import type { Fixture, Profile } from "../operations/profile.js";
import { decidedValues, type FixtureValues, sampleValues } from "../operations/sample-values.js";
import { unknownEndpoint } from "../operations/unknown-endpoint.js";
import { inAcceptedFormat } from "./accepted-format.js";
import { takeCall, updateOnce } from "./count-calls.js";
import type { Exchange, Reply, ZoomRequest } from "./exchange.js";
import { admit } from "./guards.js";
import { identify } from "./identify.js";
import type { Allowance } from "./limiter.js";
import { mayFail, type Performance, performWithFaults } from "./perform-with-faults.js";
import { parsePrefer, preferredFixture } from "./preference.js";
import type { PreparedOperation } from "./prepared-operation.js";
import { beginTransaction, type Transaction } from "./transaction.js";
import type { Universe } from "./universe.js";

/** Where an operation is performed. */
interface Scene {
  readonly profile: Profile;
  readonly switches: Switches;
  readonly universe: Universe;
  readonly tokens: TokenPolicy;
}

/**
 * One request to its answer: what a fault makes of it, or else what `performWell` does.
 *
 * @returns A refusal of ours when a header asks for an outcome or a fault that there is not.
 */
export function perform(prepared: PreparedOperation, request: ZoomRequest, scene: Scene): Promise<Performance> {
  if (!mayFail(request, scene.universe.faults)) return performWell(prepared, request, scene);
  return performWithFaults(prepared, request, {
    ...scene,
    perform: (commits) => performWell(prepared, request, scene, commits),
    answer: (fixture, values) => answer(fixture, values, prepared, request, scene),
    exchange: (reply) => exchangeOf(reply, prepared, request, scene, false),
  });
}

/**
 * One request from its guards to its answer: an answer of choice, or what the handler decides.
 *
 * @param commits Whether what the handler decides is done, or only answered.
 */
async function performWell(
  prepared: PreparedOperation,
  request: ZoomRequest,
  scene: Scene,
  commits = true,
): Promise<Performance> {
  const { operation, fixtures } = prepared;
  const preferred = preferredFixture(parsePrefer(request.headers["prefer"]), operation.id, fixtures);
  if (typeof preferred === "string") return { refusal: preferred };
  if (preferred) {
    const values = { ...sampleValues(operation, preferred.outcome), ...request.params };
    const reply = answer(preferred, values, prepared, request, scene);
    const headers = { ...reply.headers, "preference-applied": `example=${preferred.outcome}` };
    return { reply: { ...reply, headers }, exchange: exchangeOf(reply, prepared, request, scene, true) };
  }
  const { decision, transaction, allowance } = await decide(prepared, request, scene, commits);
  const fixture = fixtures.get(decision.outcome);
  if (!fixture) {
    throw new Error(
      `Failed to answer ${operation.id}: it ended with ${decision.outcome}, for which profile ${scene.profile.name} has no fixture. This is a fault of zoom-mock; please report it.`,
    );
  }
  const reply = answer(fixture, decidedValues(checked(decision, prepared)), prepared, request, scene, allowance);
  return { reply, exchange: exchangeOf(reply, prepared, request, scene, false, transaction) };
}

/** A document that breaks its own schema must not look like an answer of Zoom's. */
function checked(decision: AnyDecision, { operation, replies }: PreparedOperation): AnyDecision {
  const schema = replies.get(decision.outcome);
  if (!schema) return decision;
  const { issues } = v.safeParse(schema, decision.reply);
  if (!issues) return decision;
  throw new Error(
    `Failed to answer ${operation.id} with ${decision.outcome}: its document breaks its own schema (${v.getDotPath(issues[0]) ?? "document"}: ${issues[0].message}). This is a fault of zoom-mock; please report it.`,
  );
}

/** What came out of a request. */
interface Decided {
  readonly decision: AnyDecision;
  /** What was committed. */
  readonly transaction?: Transaction;
  /** What the account's plan says of the call; nothing where there are no limits. */
  readonly allowance?: Allowance | undefined;
}

/** Decides and commits; when another request changed the same entities in between, decides again on what there is now. */
async function decide(
  prepared: PreparedOperation,
  request: ZoomRequest,
  { switches, universe, tokens }: Scene,
  commits: boolean,
): Promise<Decided> {
  const { operation, bodySchema, knows } = prepared;
  const identity = await identify(prepared, request, universe, tokens);
  if ("refusal" in identity) return { decision: identity.refusal };
  const { caller, accountId } = identity;
  const { identifiers, limiter } = universe;
  const allowance = limiter.active ? takeCall(prepared, accountId, universe) : undefined;
  if (allowance?.refusal) return { decision: allowance.refusal, allowance };
  const admitted = admit(operation, bodySchema, request);
  if ("refusal" in admitted) return { decision: admitted.refusal, allowance };
  const takeUpdate = allowance && operation.limitedPerUser && knows("dailyUserLimit") ? updateOnce(limiter) : undefined;
  for (;;) {
    const transaction = beginTransaction(universe.store, accountId);
    const context = { now: universe.clock.now(), switches, world: transaction.world, identifiers, caller, knows };
    const decision = (await operation.handle(admitted, context)) as AnyDecision;
    if (!commits) return { decision, allowance };
    const refusal = takeUpdate?.(transaction, context.now);
    if (refusal) return { decision: refusal, allowance };
    if (!(await transaction.commit())) continue;
    if (transaction.announcements.length > 0)
      universe.events.publish(transaction.told(), universe.clock.now(), "request");
    return { decision, transaction, allowance };
  }
}

function answer(
  fixture: Fixture,
  values: FixtureValues,
  { rateLimitCategory, marks }: PreparedOperation,
  request: ZoomRequest,
  { universe, switches }: Scene,
  allowance?: Allowance,
): Reply {
  const { outcome, evidence, status } = fixture;
  // Member by member: spreading several objects into one takes V8 ten times as long.
  const all: Record<string, FixtureValue> = {};
  for (const name in request.params) all[name] = request.params[name] ?? "";
  for (const name in values) all[name] = values[name];
  all["trackingId"] = universe.nextTrackingId();
  all["rateLimitCategory"] = rateLimitCategory;
  if (allowance?.quota) {
    all["dailyLimit"] = allowance.quota.limit;
    all["dailyRemaining"] = allowance.quota.remaining;
  }
  const { headers, body } = fixture.render(all);
  if (universe.clock.mode !== "real") headers["date"] = httpDate(universe.clock.now());
  headers["x-zoom-mock"] = marks.get(outcome) ?? "";
  const reply = { status, headers, body, outcome, evidence };
  if (fixture.xml === undefined || switches.errorFormat === "json") return reply;
  return inAcceptedFormat(reply, fixture.xml, request.headers["accept"]);
}

function exchangeOf(
  { status, outcome, evidence }: Reply,
  { operation }: PreparedOperation,
  request: ZoomRequest,
  { profile }: Scene,
  preferred: boolean,
  transaction?: Transaction,
): Exchange {
  const subject = transaction?.subject();
  return {
    request,
    operationId: operation === unknownEndpoint ? null : operation.id,
    status,
    outcome,
    evidence,
    profile: profile.name,
    preferred,
    refusal: null,
    before: liveStream(subject?.before),
    after: liveStream(subject?.after),
    events: transaction?.announcements ?? [],
  };
}

const liveStream = (entity: Entities[EntityKind] | undefined): LiveStreamStatus | null =>
  entity && "livestream_status" in entity ? entity.livestream_status : null;
