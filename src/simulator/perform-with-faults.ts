import { faultName, isPerformed } from "../domain/fault.js";
import { faultAnswers } from "../operations/fault-answers.js";
import type { AnyOperation } from "../operations/operation.js";
import type { Fixture, Profile } from "../operations/profile.js";
import { type FixtureValues, sampleValues } from "../operations/sample-values.js";
import type { Exchange, Reply, ZoomRequest } from "./exchange.js";
import { askedFault, FAULT_HEADER } from "./fault-header.js";
import type { Fault, Faults } from "./faults.js";
import type { PreparedOperation } from "./prepared-operation.js";
import { delivered, spoiled } from "./spoil-reply.js";
import type { Universe } from "./universe.js";

/** What came of a request: an answer, or a refusal of ours. */
export type Performance = { readonly reply: Reply; readonly exchange: Exchange } | { readonly refusal: string };

/** Where a request goes wrong, and what it takes to answer it. */
interface FaultyScene {
  readonly profile: Profile;
  readonly universe: Universe;
  /** Performs the operation, or works out its answer only. */
  perform(commits: boolean): Promise<Performance>;
  answer(fixture: Fixture, values: FixtureValues): Reply;
  /** What the journal keeps of a request that was not performed. */
  exchange(reply: Reply): Exchange;
}

/** Whether a request may go wrong: all that requests pay for faults where there are none. */
export const mayFail = ({ headers }: ZoomRequest, faults: Faults): boolean =>
  faults.active || headers[FAULT_HEADER] !== undefined;

/** One request to its answer where faults are planned or asked for; one that no fault strikes is performed as ever. */
export async function performWithFaults(
  prepared: PreparedOperation,
  request: ZoomRequest,
  scene: FaultyScene,
): Promise<Performance> {
  const { operation, knows } = prepared;
  const { params, headers } = request;
  const fault =
    headers[FAULT_HEADER] === undefined
      ? scene.universe.faults.take({ operation, params, knows })
      : askedFault(String(headers[FAULT_HEADER]), operation, scene.profile);
  if (typeof fault === "string") return { refusal: fault };
  return fault ? goWrong(fault, prepared, request, scene) : scene.perform(true);
}

async function goWrong(
  fault: Fault,
  { operation, fixtures }: PreparedOperation,
  { params }: ZoomRequest,
  scene: FaultyScene,
): Promise<Performance> {
  const { plan } = fault;
  const own = ownAnswer(fault, operation, { fixtures, params, scene });
  const performed = isPerformed(plan);
  // An answer that only goes wrong on the way must be worked out, be it performed or not.
  const result = own && !performed ? undefined : await scene.perform(performed);
  if (result && "refusal" in result) return result;
  const made = own ?? result?.reply;
  if (!made) throw new Error(`Failed to answer with fault ${faultName(plan)}. This is a fault of zoom-mock.`);
  const mark = { id: fault.id, name: faultName(plan), performed };
  const substitute = () => scene.answer(fixtureOf("substituteBody", scene.profile), {});
  const reply = marked(delivered(spoiled(made, plan, substitute), plan), mark, scene.profile);
  const { status, outcome, evidence } = reply;
  const exchange = result?.exchange ?? scene.exchange(reply);
  return { reply, exchange: { ...exchange, status, outcome, evidence, fault: mark } };
}

/** The answer that a fault has instead of the operation's; nothing where it spoils that one. */
function ownAnswer(
  { plan }: Fault,
  operation: AnyOperation,
  {
    fixtures,
    params,
    scene,
  }: {
    readonly fixtures: ReadonlyMap<string, Fixture>;
    readonly params: ZoomRequest["params"];
    readonly scene: FaultyScene;
  },
): Reply | undefined {
  const { kind, outcome, error } = plan;
  if (error) {
    const { status, headers, ...values } = error;
    const reply = scene.answer(fixtureOf("chosenError", scene.profile), values);
    return { ...reply, status, headers: { ...reply.headers, ...lowerCase(headers) } };
  }
  if (outcome !== undefined) {
    const fixture = fixtures.get(outcome);
    if (!fixture) throw new Error(`Failed to answer ${operation.id} with ${outcome}. This is a fault of zoom-mock.`);
    return scene.answer(fixture, { ...sampleValues(operation, outcome), ...params });
  }
  if (kind === "resetBefore") return NO_ANSWER;
  const fixture = kind && scene.profile.fixture(faultAnswers, kind);
  return fixture && scene.answer(fixture, {});
}

/** Of a request that gets no answer. */
const NO_ANSWER: Reply = { status: 0, headers: {}, body: undefined, outcome: "resetBefore", evidence: "assumed" };

function fixtureOf(outcome: keyof typeof faultAnswers.outcomes, profile: Profile): Fixture {
  const fixture = profile.fixture(faultAnswers, outcome);
  if (fixture) return fixture;
  throw new Error(`Failed to find the fixture faults/${outcome} of profile ${profile.name}. Please report it.`);
}

const lowerCase = (headers: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

/** The answer says of itself that a fault made it: whoever compares answers with Zoom's leaves it out. */
const marked = (
  reply: Reply,
  { name, performed }: NonNullable<Exchange["fault"]>,
  { name: profile }: Profile,
): Reply => {
  const { outcome, evidence, headers } = reply;
  const mark = `fault=${name}, performed=${performed}, profile=${profile}, outcome=${outcome}, evidence=${evidence}`;
  return { ...reply, headers: { ...headers, "x-zoom-mock": mark } };
};
