import { outcomesOf } from "./common-outcomes.js";
import type { AnyDecision, AnyOperation, FixtureValue } from "./operation.js";

/** What fills a fixture's placeholders, by name. */
export type FixtureValues = Readonly<Record<string, FixtureValue>>;

/** What a decision puts into its fixture: its values, its document's members and the document itself. */
export const decidedValues = ({ values, reply }: Pick<AnyDecision, "values" | "reply">): FixtureValues =>
  reply ? { ...values, ...reply, reply } : (values ?? {});

/** The sample that an operation declares for each placeholder of one of its answers. */
export function sampleValues(operation: AnyOperation, outcome: string): FixtureValues {
  const { values, reply } = outcomesOf(operation)[outcome] ?? {};
  const params = Object.entries<AnyOperation["params"][string]>(operation.params);
  return {
    ...Object.fromEntries(params.map(([name, { example }]) => [name, example])),
    ...decidedValues({ values, reply: reply?.sample }),
    trackingId: "1".padStart(32, "0"),
    rateLimitCategory: rateLimitCategory(operation),
  };
}

/** The day's quota of an account with plan Free: a sample for headers that not every answer has. */
export const sampleQuota = ({ rateLimit }: AnyOperation): FixtureValues =>
  rateLimit === null ? {} : { dailyLimit: 6000, dailyRemaining: 5893 };

/** A rate limit label as Zoom's header writes it. */
export const rateLimitCategory = ({ rateLimit }: AnyOperation): string | undefined =>
  rateLimit === null ? undefined : rateLimit.charAt(0) + rateLimit.slice(1).toLowerCase();
