import * as v from "valibot";
import type { PactMismatch, VerifiedInteraction } from "./verification.js";

const nativeMismatch = v.looseObject({
  type: v.string(),
  mismatch: v.optional(v.string(), ""),
  key: v.optional(v.string()),
  path: v.optional(v.string()),
  expected: v.optional(v.unknown()),
  actual: v.optional(v.unknown()),
});

const failure = v.looseObject({
  message: v.optional(v.string()),
  mismatches: v.optional(v.array(nativeMismatch), []),
});

const reportSchema = v.looseObject({
  errors: v.optional(v.array(v.looseObject({ interaction: v.string(), mismatch: failure })), []),
  interactionResults: v.optional(
    v.array(
      v.looseObject({
        consumer: v.string(),
        description: v.string(),
        providerStates: v.optional(v.array(v.string()), []),
        pending: v.optional(v.boolean(), false),
        result: v.string(),
        mismatch: v.optional(failure),
      }),
    ),
    [],
  ),
  result: v.optional(v.boolean()),
});

/** What Pact's verifier found, in our terms. */
export interface VerifierReport {
  readonly interactions: readonly VerifiedInteraction[];
  /** What went wrong outside of any interaction. */
  readonly errors: readonly string[];
}

/** Why the verifier was not given what it asked us for. */
interface Failures {
  readonly state: (name: string) => string | undefined;
  readonly message: (description: string, states: readonly string[]) => string | undefined;
}

/** Reads the report of Pact's verifier. `pact` says where the contract came from. */
export function readVerifierReport(text: string, pact: string, failures: Failures): VerifierReport {
  const { errors, interactionResults, result } = v.parse(reportSchema, JSON.parse(text));
  const interactions = interactionResults.map(
    ({ consumer, description, providerStates: states, pending, ...outcome }) => {
      const mismatches = mismatchesOf(outcome.mismatch, {
        state: states.map(failures.state).find(Boolean),
        message: failures.message(description, states),
      });
      const ok = outcome.result === "OK" && mismatches.length === 0;
      return { consumer, description, states, pact, ok, pending, mismatches, warnings: [] };
    },
  );
  const failed = interactions.some(({ ok, pending }) => !ok && !pending);
  // An error may concern no interaction: a pact that the broker does not give away, for one.
  return { interactions, errors: failed || result !== false ? [] : errors.map(errorText) };
}

function mismatchesOf(
  found: v.InferOutput<typeof failure> | undefined,
  why: { readonly state: string | undefined; readonly message: string | undefined },
): PactMismatch[] {
  if (!found) return [];
  const { message, mismatches } = found;
  if (message?.includes("state change handler")) return [{ kind: "state", message: why.state ?? message }];
  if (mismatches.length === 0) {
    return [{ kind: "other", message: why.message ?? message ?? "it failed for an unknown reason" }];
  }
  return mismatches.map(({ type, mismatch, key, path = key, expected, actual }) => ({
    kind: KINDS[type] ?? "other",
    ...(path !== undefined && { path }),
    message: mismatch,
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
  }));
}

const KINDS: Readonly<Record<string, PactMismatch["kind"]>> = {
  StatusMismatch: "status",
  HeaderMismatch: "header",
  MetadataMismatch: "header",
  BodyMismatch: "body",
  BodyTypeMismatch: "body",
};

const errorText = ({ interaction, mismatch }: v.InferOutput<typeof reportSchema>["errors"][number]): string =>
  `${interaction}: ${mismatch.message ?? mismatch.mismatches.map((each) => each.mismatch).join("; ")}`;
