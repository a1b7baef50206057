import { COMMON_OUTCOMES } from "../../operations/common-outcomes.js";
import type { AnyOperation, FixtureValue, Outcomes } from "../../operations/operation.js";
import type { Fixture } from "../../operations/profile.js";

/** An answer with the samples that the operation declares in its placeholders. */
export function sampleAnswer(operation: AnyOperation, fixture: Fixture) {
  return fixture.render({
    ...sampleValues(operation, fixture.outcome),
    trackingId: "1".padStart(32, "0"),
    rateLimitCategory: operation.rateLimit.charAt(0) + operation.rateLimit.slice(1).toLowerCase(),
  });
}

/** What may stand in an outcome's placeholders: its path parameters, and what its decision fills in. */
export function sampleValues(operation: AnyOperation, outcome: string): Readonly<Record<string, FixtureValue>> {
  const params = Object.entries<AnyOperation["params"][string]>(operation.params);
  return {
    ...Object.fromEntries(params.map(([name, { example }]) => [name, example])),
    ...outcomesOf(operation)[outcome]?.values,
  };
}

/** Every way in which an operation can end, the common ones included. */
export const outcomesOf = (operation: AnyOperation): Outcomes => ({ ...COMMON_OUTCOMES, ...operation.outcomes });
