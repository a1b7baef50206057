import type { KeptExchange } from "../simulator/journal.js";
import { redacted } from "../simulator/redact.js";
import { differenceLine, differsInCase, expectedText, type RawDifference, shown } from "./differences.js";
import type { NearRequest, RequestCount, RequestExpectation, Verification } from "./expectation.js";
import { type Knowledge, likelyReasons } from "./likely-reasons.js";
import { mismatches } from "./match-request.js";
import { requestLine } from "./request-line.js";

/** What a verification looks at. */
export interface Evidence extends Knowledge {
  readonly kept: readonly KeptExchange[];
  /** How many requests the journal has lost. */
  readonly dropped: number;
  /** Where else a request was sent that is as expected: the ids of other universes. */
  readonly elsewhere?: (expectation: RequestExpectation) => readonly string[];
}

/** Whether as many requests as expected were as expected; when not, what came near and why it is another. */
export function verifyRequests(expectation: RequestExpectation, count: RequestCount, evidence: Evidence): Verification {
  const matching = evidence.kept.filter((kept) => mismatches(expectation, kept).length === 0);
  const matched = matching.map(({ id }) => id);
  const { least, most } = rangeOf(count);
  const ok = matched.length >= least && matched.length <= most;
  const isShort = matched.length < least;
  const nearest = isShort ? nearestRequests(expectation, evidence) : [];
  const head = `${ok ? "As expected" : "Failed to verify"}: expected ${rangeText(count)}, found ${matched.length || "none"}.`;
  const message = [
    head,
    "",
    ...expectationLines(expectation),
    ...(isShort ? shortage(expectation, nearest, matched, evidence) : []),
    ...(isShort ? [] : surplus(matching)),
  ];
  return { ok, message: message.join("\n"), matched, nearest };
}

/** The requests that come nearest to an expectation, the nearest first; of the same distance the newest. */
export function nearestRequests(expectation: RequestExpectation, evidence: Evidence): NearRequest[] {
  const byCost = evidence.kept
    .map((kept) => ({ kept, found: mismatches(expectation, kept) }))
    .filter(({ found }) => found.length > 0)
    .map((each) => ({ ...each, cost: costOf(each.found) }))
    .sort((a, b) => a.cost - b.cost || b.kept.id - a.kept.id);
  const best = byCost[0]?.cost ?? 0;
  return byCost
    .filter(({ cost }) => cost <= best + FURTHER)
    .slice(0, MOST)
    .map(({ kept, found }) => ({
      id: kept.id,
      request: requestLine(kept),
      differences: found.map(shown),
      reasons: likelyReasons(found, kept, evidence),
    }));
}

const MOST = 3;

/** How much further than the nearest one another may be to be told of. */
const FURTHER = 2;

/** Another operation is further off than another value, and the same value in another letter case nearly right. */
const costOf = (found: readonly RawDifference[]): number =>
  found.reduce(
    (sum, difference) => sum + (difference.path[0] === "operation" ? 2 : differsInCase(difference) ? 0.5 : 1),
    0,
  );

/** What was expected, a line for each member. */
export const expectationLines = (expectation: RequestExpectation): string[] => {
  const members = Object.entries(redacted({ ...expectation })).filter(([, value]) => value !== undefined);
  if (members.length === 0) return ["Expected: any request"];
  return ["Expected:", ...members.map(([name, value]) => `  ${name}: ${expectedText(value)}`)];
};

/** The nearest requests with what is other about them and why. */
export const nearestLines = (nearest: readonly NearRequest[]): string[] =>
  nearest.flatMap(({ id, request, differences, reasons }) => [
    `  #${id} ${request}`,
    ...differences.map((difference) => `    ${differenceLine(difference)}`),
    ...reasons.map((reason) => `    Likely: ${reason}`),
  ]);

function shortage(
  expectation: RequestExpectation,
  nearest: readonly NearRequest[],
  matched: readonly number[],
  { kept, dropped, elsewhere }: Evidence,
): string[] {
  const lines: string[] = [];
  if (matched.length > 0) lines.push("", `As expected: ${matched.map((id) => `#${id}`).join(", ")}`);
  if (nearest.length > 0) lines.push("", `Nearest of ${kept.length}:`, ...nearestLines(nearest));
  if (kept.length === 0) {
    lines.push("", "No request was received at all. Does the client send to this mock, and has it sent yet?");
  }
  const others = elsewhere?.(expectation) ?? [];
  if (others.length > 0) {
    lines.push(
      "",
      `It was received in universe ${others.join(", ")}: let the client use the url or token of the universe that is asked.`,
    );
  }
  if (dropped > 0) {
    lines.push("", `The journal has lost ${dropped} older requests. Start the mock with a larger journal.`);
  }
  return lines;
}

const surplus = (matching: readonly KeptExchange[]): string[] =>
  matching.length === 0
    ? []
    : ["", "Received:", ...matching.slice(0, LISTED).map((kept) => `  #${kept.id} ${requestLine(kept)}`)];

const LISTED = 10;

function rangeOf({ times, atLeast, atMost }: RequestCount): { readonly least: number; readonly most: number } {
  if (times !== undefined) return { least: times, most: times };
  return { least: atLeast ?? (atMost === undefined ? 1 : 0), most: atMost ?? Number.POSITIVE_INFINITY };
}

function rangeText(count: RequestCount): string {
  const { least, most } = rangeOf(count);
  const requests = (number: number) => (number === 1 ? "1 request" : `${number} requests`);
  if (most === 0) return "no request";
  if (least === most) return `exactly ${requests(least)}`;
  if (most === Number.POSITIVE_INFINITY) return `at least ${requests(least)}`;
  return least === 0 ? `at most ${requests(most)}` : `${least} to ${requests(most)}`;
}
