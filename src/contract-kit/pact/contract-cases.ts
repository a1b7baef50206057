import type { Switches } from "../../domain/switches.js";
import { loadProfile } from "../../fixtures/load-profile.js";
import { resolveSwitches } from "../../fixtures/switches-schema.js";
import { operations } from "../../operations/index.js";
import type { AnyOperation } from "../../operations/operation.js";
import type { Profile } from "../../operations/profile.js";
import { fixtureResponse } from "./fixture-response.js";
import { anySetting, type SettingsTemplate } from "./live-stream-settings.js";
import { type LiveStreamStatusRequest, livestreamStatus } from "./livestream-status.js";
import type { PactRequest, PactResponse, PactState } from "./pact-builders.js";
import { providerState } from "./provider-state.js";
import { NOT_IN_CONTRACTS, type Situation, situationsOf } from "./situations.js";
import type { StreamableId } from "./streamable-id.js";

/** How a client writes a body. */
export type ContractEncoding = keyof typeof livestreamStatus;

/** One interaction of a contract with the mock: the arguments of PactV4's methods, and what a client has to send. */
export interface ContractCase {
  /** Unique among the cases of a profile and an encoding. */
  readonly description: string;
  readonly operation: string;
  readonly outcome: string;
  readonly given: readonly PactState[];
  readonly request: LiveStreamStatusRequest;
  readonly withRequest: PactRequest;
  readonly willRespondWith: PactResponse;
}

/**
 * Every documented outcome of every operation in a profile, as interactions in one encoding; none where the profile does
 * not list the encoding.
 *
 * @throws Error when a documented outcome has no situation that leads to it.
 */
export function contractCases(profileName: string, encoding: ContractEncoding): readonly ContractCase[] {
  const profile = loadProfile(profileName, operations);
  const switches = resolveSwitches(profile.switches);
  if (!profile.contentTypes.includes(CONTENT_TYPES[encoding])) return [];
  return operations.flatMap((operation) =>
    documentedOutcomes(profile, operation).flatMap((outcome) =>
      situations(operation, outcome, switches).map((situation): ContractCase => {
        const { action = "start", state } = situation;
        const given = state === undefined ? [] : [providerState(state)];
        const request = requestIn(situation, operation);
        const values = { ...idOf(situation, operation), ...given[0]?.[1] };
        return {
          description: `${operation.id}, ${action} as ${encoding}: ${outcome}`,
          operation: operation.id,
          outcome,
          given,
          request,
          withRequest: livestreamStatus[encoding](request),
          willRespondWith: fixtureResponse(profile, operation, outcome, values),
        };
      }),
    ),
  );
}

const CONTENT_TYPES: Readonly<Record<ContractEncoding, string>> = {
  multipart: "multipart/form-data",
  json: "application/json",
};

const documentedOutcomes = (profile: Profile, operation: AnyOperation): string[] =>
  profile
    .fixtures(operation)
    .filter(({ outcome, evidence }) => evidence === "documented" && !(outcome in NOT_IN_CONTRACTS))
    .map(({ outcome }) => outcome);

function situations(operation: AnyOperation, outcome: string, { modeAction }: Switches): readonly Situation[] {
  const all = situationsOf(operation.id, outcome).filter(({ action }) => action !== "mode" || modeAction === "known");
  if (all.length > 0) return all;
  throw new Error(
    `Failed to list the contract cases: nothing leads ${operation.id} to ${outcome}. Add it in src/contract-kit/pact/situations.ts.`,
  );
}

const requestIn = (situation: Situation, operation: AnyOperation): LiveStreamStatusRequest => {
  const { action = "start", token } = situation;
  const settings = SETTINGS[action];
  return {
    ...idOf(situation, operation),
    action,
    ...(settings && { settings }),
    ...(token !== undefined && { token }),
  };
};

/** What clients send along: all settings that an action is for. */
const SETTINGS: Readonly<Record<NonNullable<Situation["action"]>, SettingsTemplate | undefined>> = {
  start: { active_speaker_name: anySetting.active_speaker_name(), display_name: anySetting.display_name() },
  stop: undefined,
  mode: { layout: anySetting.layout(), close_caption: anySetting.close_caption() },
};

function idOf({ id }: Situation, { params }: AnyOperation): StreamableId {
  const [name, parameter] = Object.entries<{ readonly example: string }>(params)[0] ?? [];
  return { [name ?? ""]: id ?? parameter?.example } as StreamableId; // both operations have one parameter, of these names
}
