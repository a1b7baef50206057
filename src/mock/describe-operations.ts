import type { Evidence } from "../domain/evidence.js";
import { SWITCHES } from "../domain/switches.js";
import { loadProfile } from "../fixtures/load-profile.js";
import { resolveSwitches } from "../fixtures/switches-schema.js";
import { outcomesOf } from "../operations/common-outcomes.js";
import { operations } from "../operations/index.js";
import type { AnyOperation } from "../operations/operation.js";
import type { Fixture } from "../operations/profile.js";

/** One way in which an operation can end in a profile. */
export interface OutcomeSummary {
  readonly outcome: string;
  /** HTTP status. */
  readonly status: number;
  /** Zoom's error code; `null` where there is no body. */
  readonly code: number | null;
  readonly message: string | null;
  readonly evidence: Evidence;
  /** Completes the sentence "Answered when …". */
  readonly when: string;
  readonly source: string;
  readonly notes: string | null;
}

/** One operation of Zoom's API as a profile has it. */
export interface OperationDescription {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  /** `null`: it has no label. */
  readonly rateLimit: string | null;
  readonly outcomes: readonly OutcomeSummary[];
}

/** One choice where Zoom's behaviour is unknown or differs. */
export interface SwitchSummary {
  readonly name: string;
  readonly values: readonly (string | number)[] | "number" | "pattern";
  readonly default: string | number;
  /** What was recorded of the real Zoom; `null` where nothing was. */
  readonly realistic: string | number | null;
  readonly evidence: Evidence;
  readonly meaning: string;
}

/**
 * Every operation with its outcomes, as a profile answers them, and every switch with the profile's default.
 *
 * @param profile `2021`, `2025`, or the folder of a profile of your own.
 * @throws InvalidFilesError when there is no such profile or it cannot be used.
 */
export function describeOperations(profile = "2021"): {
  readonly profile: string;
  readonly description: string;
  readonly operations: readonly OperationDescription[];
  readonly switches: readonly SwitchSummary[];
} {
  const loaded = loadProfile(profile, operations);
  const defaults = resolveSwitches(loaded.switches);
  return {
    profile: loaded.name,
    description: loaded.description,
    operations: operations.map((operation) => ({
      id: operation.id,
      method: operation.method,
      path: operation.path,
      summary: operation.summary,
      rateLimit: operation.rateLimit,
      outcomes: loaded.fixtures(operation).map((fixture) => {
        const { outcome, status, evidence, source, notes = null } = fixture;
        return { outcome, status, ...codeAndMessage(fixture), evidence, when: when(operation, outcome), source, notes };
      }),
    })),
    switches: (Object.keys(SWITCHES) as (keyof typeof SWITCHES)[]).map((name) => {
      const { values, realistic = null, evidence, meaning } = SWITCHES[name];
      return { name, values, default: defaults[name], realistic, evidence, meaning };
    }),
  };
}

const when = (operation: AnyOperation, outcome: string): string => outcomesOf(operation)[outcome]?.when ?? "";

/** Code and message of a body, with its placeholders; OAuth calls the message a reason. */
const codeAndMessage = ({ body }: Fixture) => ({
  code: typeof body?.["code"] === "number" ? body["code"] : null,
  message: [body?.["message"], body?.["reason"]].find((text) => typeof text === "string") ?? null,
});
