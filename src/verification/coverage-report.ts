import { FAULT_KINDS } from "../domain/fault.js";
import type { Switches } from "../domain/switches.js";
import { WEBHOOK_EVENTS } from "../domain/webhook.js";
import { COMMON_OUTCOMES, outcomesOf } from "../operations/common-outcomes.js";
import type { AnyOperation } from "../operations/operation.js";
import type { Fixture, Profile } from "../operations/profile.js";
import type { Coverage, OperationCounts } from "../simulator/coverage.js";
import type { Encoding } from "../simulator/exchange.js";
import { WEBHOOK_CIRCUMSTANCES } from "../simulator/webhooks/circumstance.js";
import { didYouMean } from "../text/nearest.js";
import { type FaultCoverage, faultCoverage } from "./fault-coverage.js";
import { type CoverageShare, shareOf } from "./share.js";
import { type WebhookCoverage, webhookCoverage } from "./webhook-coverage.js";

/** An outcome, and how often the client has met it. */
export interface OutcomeCoverage {
  readonly outcome: string;
  /** The HTTP status that it has in the mock's profile. */
  readonly status: number;
  /** Zoom's error code; `null` where there is none. */
  readonly code: number | null;
  /** 0: never. */
  readonly answers: number;
}

/** What the client has met of an operation that it calls. */
export interface OperationCoverage {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly requests: number;
  /** Those that are the operation's own. */
  readonly outcomes: readonly OutcomeCoverage[];
  /** How often it was called with which kind of body; 0 for those that the profile lists and that were never sent. */
  readonly encodings: Readonly<Partial<Record<Encoding, number>>>;
  /** The fields that were sent and that nobody read, with how often. */
  readonly unread: Readonly<Record<string, number>>;
}

/**
 * What the client has met of what there is, since the mock started or the coverage was cleared. The share is of the
 * outcomes of the operations that the client calls.
 */
export interface CoverageReport extends CoverageShare {
  /** The operations that the client calls. */
  readonly operations: readonly OperationCoverage[];
  /** How several of these operations can end; each counts once, because clients treat them in one place. */
  readonly common: readonly OutcomeCoverage[];
  /** The operations that it never calls. They do not count. */
  readonly neverCalled: readonly string[];
  /** What the client's endpoints have met; its `percent` is its own. */
  readonly webhooks: WebhookCoverage;
  /** What went wrong on purpose; its `percent` is its own. */
  readonly faults: FaultCoverage;
}

/** What the report is made of. */
interface Covered {
  readonly operations: readonly AnyOperation[];
  readonly profile: Profile;
  readonly switches: Pick<Switches, "webinarLiveStreamingEvents">;
  readonly coverage: Coverage;
}

/**
 * What clients have met so far.
 *
 * @param ignored The outcomes, events, circumstances and kinds of faults that they need not meet.
 * @throws RangeError when there is none of a name.
 */
export function coverageReport(
  { operations, profile, switches, coverage }: Covered,
  ignored: readonly string[],
): CoverageReport {
  checkIgnored(ignored, operations);
  const called = operations.flatMap((operation) => {
    const counts = coverage.counts.get(operation.id);
    if (!counts) return [];
    const fixtures = profile.fixtures(operation).filter(({ outcome }) => !ignored.includes(outcome));
    return [{ operation, counts, fixtures }];
  });
  const own = called.map(({ operation, counts, fixtures }) =>
    operationCoverage(
      operation,
      counts,
      operation.contentTypes ?? profile.contentTypes,
      fixtures.filter((fixture) => !isCommon(fixture)),
    ),
  );
  const common = new Map<string, OutcomeCoverage>();
  for (const { counts, fixtures } of called) {
    for (const fixture of fixtures.filter(isCommon)) {
      const covered = outcomeCoverage(fixture, counts);
      const answers = covered.answers + (common.get(covered.outcome)?.answers ?? 0);
      common.set(covered.outcome, { ...covered, answers });
    }
  }
  const all = [...own.flatMap(({ outcomes }) => outcomes), ...common.values()];
  return {
    ...shareOf(all.map(({ answers }) => answers)),
    operations: own,
    common: [...common.values()],
    neverCalled: operations.filter(({ id }) => !coverage.counts.has(id)).map(({ id }) => id),
    webhooks: webhookCoverage(coverage, switches, ignored),
    faults: faultCoverage(coverage, ignored),
  };
}

/** A name that is misspelt must not pass for one that is left out. */
function checkIgnored(ignored: readonly string[], operations: readonly AnyOperation[]): void {
  const outcomes = operations.flatMap((operation) => Object.keys(outcomesOf(operation)));
  const known = [...new Set([...outcomes, ...WEBHOOK_EVENTS, ...WEBHOOK_CIRCUMSTANCES, ...Object.keys(FAULT_KINDS)])];
  const unknown = ignored.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new RangeError(
    `Failed to leave ${unknown} out: there is no such outcome, webhook or fault.${didYouMean(unknown, known)}`,
  );
}

const isCommon = ({ outcome }: Fixture): boolean => Object.hasOwn(COMMON_OUTCOMES, outcome);

const operationCoverage = (
  { id, method, path }: AnyOperation,
  counts: OperationCounts,
  contentTypes: readonly string[],
  fixtures: readonly Fixture[],
): OperationCoverage => ({
  operation: id,
  method,
  path,
  requests: counts.requests,
  outcomes: fixtures.map((fixture) => outcomeCoverage(fixture, counts)),
  encodings: {
    ...(method !== "GET" && method !== "DELETE" && neverSent(contentTypes)),
    ...Object.fromEntries(counts.encodings),
  },
  unread: Object.fromEntries(counts.unread),
});

const neverSent = (contentTypes: readonly string[]): Partial<Record<Encoding, number>> =>
  Object.fromEntries(contentTypes.map((type) => [ENCODING_OF[type] ?? "other", 0]));

const ENCODING_OF: Readonly<Record<string, Encoding>> = {
  "application/json": "json",
  "multipart/form-data": "multipart",
  "application/x-www-form-urlencoded": "urlencoded",
};

const outcomeCoverage = ({ outcome, status, body }: Fixture, { outcomes }: OperationCounts): OutcomeCoverage => ({
  outcome,
  status,
  code: typeof body?.["code"] === "number" ? body["code"] : null,
  answers: outcomes.get(outcome) ?? 0,
});
