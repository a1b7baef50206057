import { outcomesOf } from "../operations/common-outcomes.js";
import type { AnyOperation } from "../operations/operation.js";
import { unknownEndpoint } from "../operations/unknown-endpoint.js";
import { didYouMean } from "../text/nearest.js";
import { isObject, patternOf } from "./differences.js";
import type { RequestExpectation } from "./expectation.js";

/**
 * Refuses what no request can ever be, so that a typing error does not pass for a request that was not sent.
 *
 * @throws RangeError when there is no such operation, outcome or path parameter, or a pattern is none.
 */
export function checkExpectation(expectation: RequestExpectation, operations: readonly AnyOperation[]): void {
  const { operation: id, outcome, params = {} } = expectation;
  const ids = operations.map((operation) => operation.id);
  const candidates = id === undefined ? operations : operations.filter((operation) => operation.id === id);
  if (id !== undefined) checkName("operation", id, ids);
  if (outcome !== undefined) {
    const possible = id === undefined ? [...candidates, unknownEndpoint] : candidates;
    checkName("outcome", outcome, [...new Set(possible.flatMap((operation) => Object.keys(outcomesOf(operation))))]);
  }
  const names = [...new Set(candidates.flatMap(({ params }) => Object.keys(params)))];
  for (const name of Object.keys(params)) checkName("path parameter", name, names);
  checkPatterns(expectation);
}

function checkName(what: string, name: string, names: readonly string[]): void {
  if (names.includes(name)) return;
  throw new RangeError(`Failed to verify: there is no ${what} ${JSON.stringify(name)}.${didYouMean(name, names)}`);
}

function checkPatterns(expected: unknown): void {
  const pattern = patternOf(expected);
  if (pattern !== undefined) {
    try {
      new RegExp(pattern, "u");
    } catch (error) {
      throw new RangeError(`Failed to verify: ${(error as Error).message}. Correct the expression.`);
    }
  } else if (Array.isArray(expected)) expected.forEach(checkPatterns);
  else if (isObject(expected)) Object.values(expected).forEach(checkPatterns);
}
