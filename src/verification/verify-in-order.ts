import type { KeptExchange } from "../simulator/journal.js";
import type { RequestExpectation, Verification } from "./expectation.js";
import { mismatches } from "./match-request.js";
import { requestLine } from "./request-line.js";
import { type Evidence, expectationLines, nearestLines, nearestRequests } from "./verify.js";

/** Whether requests were received one after the other, whatever came between them. */
export function verifyOrder(expectations: readonly RequestExpectation[], evidence: Evidence): Verification {
  const found: KeptExchange[] = [];
  for (const expectation of expectations) {
    const after = found.at(-1)?.id ?? 0;
    const next = evidence.kept.find((kept) => kept.id > after && mismatches(expectation, kept).length === 0);
    if (!next) return missing(expectation, found, expectations.length, evidence);
    found.push(next);
  }
  const message = [`As expected: all ${found.length} requests in this order.`, "", ...foundLines(found)].join("\n");
  return { ok: true, message, matched: found.map(({ id }) => id), nearest: [] };
}

function missing(
  expectation: RequestExpectation,
  found: readonly KeptExchange[],
  steps: number,
  evidence: Evidence,
): Verification {
  const { kept, dropped } = evidence;
  const after = found.at(-1);
  const earlier = kept.filter((each) => each.id <= (after?.id ?? 0) && mismatches(expectation, each).length === 0);
  const later = kept.filter(({ id }) => id > (after?.id ?? 0));
  const nearest = nearestRequests(expectation, { ...evidence, kept: later });
  const where = after ? ` after #${after.id}` : "";
  const message = [
    `Failed to verify the order: request ${found.length + 1} of ${steps} was not received${where}.`,
    "",
    ...expectationLines(expectation),
    ...(found.length > 0 ? ["", "Received before:", ...foundLines(found)] : []),
    ...(earlier.length > 0 ? ["", `Received too early: ${earlier.map(({ id }) => `#${id}`).join(", ")}`] : []),
    ...(nearest.length > 0 ? ["", `Nearest of ${later.length}${where}:`, ...nearestLines(nearest)] : []),
    ...(later.length === 0 ? ["", `No request was received${where}.`] : []),
    ...(dropped > 0
      ? ["", `The journal has lost ${dropped} older requests. Start the mock with a larger journal.`]
      : []),
  ].join("\n");
  return { ok: false, message, matched: found.map(({ id }) => id), nearest };
}

const foundLines = (found: readonly KeptExchange[]): string[] =>
  found.map((kept, index) => `  ${index + 1}. #${kept.id} ${requestLine(kept)}`);
