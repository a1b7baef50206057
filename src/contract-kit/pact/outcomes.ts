import { loadProfile } from "../../fixtures/load-profile.js";
import { COMMON_OUTCOMES } from "../../operations/common-outcomes.js";
import { operations } from "../../operations/index.js";
import { meetingLiveStreamStatusUpdate } from "../../operations/meeting-livestream-status-update.js";
import type { FixtureValue } from "../../operations/operation.js";
import type { Profile } from "../../operations/profile.js";
import { webinarLiveStreamStatusUpdate } from "../../operations/webinar-livestream-status-update.js";
import { fixtureResponse } from "./fixture-response.js";
import type { PactResponse } from "./pact-builders.js";
import { liveStreamStatusOf, type StreamableId } from "./streamable-id.js";

type Tables =
  | typeof meetingLiveStreamStatusUpdate.outcomes
  | typeof webinarLiveStreamStatusUpdate.outcomes
  | typeof COMMON_OUTCOMES;
type NameIn<Table> = Table extends unknown ? keyof Table & string : never;

/** How a command to a live stream can end, of a meeting or of a webinar, in any profile. */
export type LiveStreamOutcome = NameIn<Tables>;

type Widened<Value> = Value extends string ? string : Value extends number ? number : FixtureValue & readonly unknown[];
type ValuesIn<Table, Name> = Name extends keyof Table
  ? Table[Name] extends { readonly values: infer Values }
    ? { readonly [Key in keyof Values]?: Widened<Values[Key]> }
    : unknown
  : never;

/** What an answer can be told: whose live stream it is, and what its message mentions. */
type OutcomeParams<Name extends LiveStreamOutcome> = StreamableId &
  (Tables extends infer Table ? (Table extends unknown ? ValuesIn<Table, Name> : never) : never);

/** The answers by name. An answer that the profile does not have throws a RangeError that names those it has. */
export type LiveStreamOutcomes = {
  readonly [Name in LiveStreamOutcome]: (params?: OutcomeParams<Name>) => PactResponse;
};

/**
 * The answers of a profile, each a function that gives the arguments of PactV4's `willRespondWith`. Status, headers, code
 * and message come from the profile's fixtures and are matched exactly, apart from what counts down or is made anew for
 * each answer: `retry-after` and `x-zm-trackingid`. What is not told (`meetingId`, `userId`, …) is as in the examples.
 *
 * @param profile `2021`, `2025`, or the folder of a profile of your own.
 * @throws InvalidFilesError, from the first answer, when there is no such profile or it cannot be used.
 */
export function outcomesIn(profile: string): LiveStreamOutcomes {
  let loaded: Profile | undefined;
  const answer = (name: string, params: StreamableId & Readonly<Record<string, FixtureValue>> = {}): PactResponse => {
    loaded ??= loadProfile(profile, operations);
    const { operation, param, id } = liveStreamStatusOf(params);
    return fixtureResponse(loaded, operation, name, { ...params, [param]: id });
  };
  return Object.fromEntries(
    NAMES.map((name) => [name, (params?: never) => answer(name, params)]),
  ) as LiveStreamOutcomes; // NAMES are the keys of the tables that the type is made from
}

const NAMES = Object.keys({
  ...meetingLiveStreamStatusUpdate.outcomes,
  ...webinarLiveStreamStatusUpdate.outcomes,
  ...COMMON_OUTCOMES,
});

/** The answers of profile 2021, the default one. */
export const outcomes: LiveStreamOutcomes = outcomesIn("2021");
