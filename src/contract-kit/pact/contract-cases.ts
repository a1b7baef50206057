import type { Switches } from "../../domain/switches.js";
import { loadProfile } from "../../fixtures/load-profile.js";
import { resolveSwitches } from "../../fixtures/switches-schema.js";
import { outcomesOf } from "../../operations/common-outcomes.js";
import { operations } from "../../operations/index.js";
import type { AnyOperation } from "../../operations/operation.js";
import type { Profile } from "../../operations/profile.js";
import { caseRequest } from "./case-request.js";
import type { ContractMessage } from "./contract-message.js";
import { fixtureResponse } from "./fixture-response.js";
import type { PactRequest, PactResponse, PactState } from "./pact-builders.js";
import { providerState } from "./provider-state.js";
import type { ContractEncoding, Situation } from "./situation.js";
import { NOT_IN_CONTRACTS, situationsOf } from "./situations.js";
import { isLiveStreamStatus } from "./streamable-id.js";

/** One interaction of a contract with the mock: the arguments of PactV4's methods, and what a client has to send. */
export interface ContractCase {
  /** Unique among the cases of a profile and an encoding. */
  readonly description: string;
  readonly operation: string;
  readonly outcome: string;
  readonly given: readonly PactState[];
  readonly message: ContractMessage;
  readonly withRequest: PactRequest;
  readonly willRespondWith: PactResponse;
}

/**
 * Every documented outcome of every operation in a profile, as interactions in one encoding. As forms only commands to a
 * live stream are sent, of which alone the seeds tell it; none where the profile does not list forms.
 *
 * @throws Error when a documented outcome has no situation that leads to it.
 */
export function contractCases(profileName: string, encoding: ContractEncoding): readonly ContractCase[] {
  const profile = loadProfile(profileName, operations);
  const switches = resolveSwitches(profile.switches);
  if (encoding === "multipart" && !profile.contentTypes.includes("multipart/form-data")) return [];
  return operations
    .filter((operation) => encoding === "json" || isLiveStreamStatus(operation))
    .flatMap((operation) =>
      documentedOutcomes(profile, operation).flatMap((outcome) =>
        situations(operation, outcome, switches).map((situation) =>
          contractCase(profile, operation, outcome, situation, encoding),
        ),
      ),
    );
}

function contractCase(
  profile: Profile,
  operation: AnyOperation,
  outcome: string,
  situation: Situation,
  encoding: ContractEncoding,
): ContractCase {
  const { state, params, reply, when } = situation;
  const given = state === undefined ? [] : [providerState(state, params)];
  const known = given[0]?.[1] ?? {};
  const { title, ...request } = caseRequest(operation, situation, known, encoding);
  const described = outcomesOf(operation)[outcome]?.reply;
  return {
    description: `${operation.id}${title}: ${outcome}${when === undefined ? "" : `, ${when}`}`,
    operation: operation.id,
    outcome,
    given,
    ...request,
    willRespondWith: fixtureResponse(profile, operation, outcome, known, described && reply?.(known)),
  };
}

const documentedOutcomes = (profile: Profile, operation: AnyOperation): string[] =>
  profile
    .fixtures(operation)
    .filter(({ outcome, evidence }) => evidence === "documented" && !(outcome in NOT_IN_CONTRACTS))
    .map(({ outcome }) => outcome);

function situations(operation: AnyOperation, outcome: string, { modeAction }: Switches): readonly Situation[] {
  const all = situationsOf(operation, outcome).filter(({ action }) => action !== "mode" || modeAction === "known");
  if (all.length > 0) return all;
  throw new Error(
    `Failed to list the contract cases: nothing leads ${operation.id} to ${outcome}. Add it in src/contract-kit/pact/situations.`,
  );
}
