import { loadProfile } from "../../fixtures/load-profile.js";
import { COMMON_OUTCOMES, outcomesOf } from "../../operations/common-outcomes.js";
import { operations } from "../../operations/index.js";
import type { FixtureValue } from "../../operations/operation.js";
import type { Profile } from "../../operations/profile.js";
import { fixtureResponse } from "./fixture-response.js";
import { type AnswerParams, type OperationId, type OutcomeName, operationById } from "./operation-by-id.js";
import type { PactResponse } from "./pact-builders.js";

/** The answers of an operation by name. One that the profile does not have throws a RangeError that names those it has. */
export type Responses<Id extends OperationId> = {
  readonly [Name in OutcomeName<Id>]: (params?: AnswerParams<Id, Name>) => PactResponse;
};

/**
 * The answers of an operation in a profile, each a function that gives the arguments of PactV4's `willRespondWith`:
 * `responses("getMeetingLiveStreamDetails", "2025").details({ stream_key: "abc" })`. Status, headers, code and message
 * are matched exactly. Of a document the members that are given are matched as they are given; of the others those that
 * Zoom always sends, by kind.
 *
 * @param id Zoom's operationId.
 * @param profile `2021`, `2025`, or the folder of a profile of your own.
 * @throws RangeError when there is no such operation; InvalidFilesError, from the first answer, when there is no such
 *   profile or it cannot be used.
 */
export function responses<const Id extends OperationId>(id: Id, profile = "2021"): Responses<Id> {
  const operation = operationById(id);
  let loaded: Profile | undefined;
  const answer = (name: string, params: Readonly<Record<string, unknown>> = {}): PactResponse => {
    loaded ??= loadProfile(profile, operations);
    const isOfMessage = (param: string) =>
      param in operation.params || param in (outcomesOf(operation)[name]?.values ?? {});
    const entries = Object.entries(params);
    const document = Object.fromEntries(entries.filter(([param]) => !isOfMessage(param)));
    const values = Object.fromEntries(entries.filter(([param]) => isOfMessage(param))) as Record<string, FixtureValue>;
    return fixtureResponse(loaded, operation, name, values, document);
  };
  const names = Object.keys({ ...outcomesOf(operation), ...COMMON_OUTCOMES });
  return Object.fromEntries(names.map((name) => [name, (params?: never) => answer(name, params)])) as Responses<Id>; // its outcomes are the keys of the type
}
