import { redacted } from "../simulator/redact.js";
import type { Difference } from "./expectation.js";

/** A difference with its values as they are; `undefined` is what was not sent. */
export interface RawDifference {
  readonly path: readonly string[];
  readonly expected: unknown;
  readonly found: unknown;
}

/** Where a value is not what is expected of it: the members that are not named may be anything. */
export function differences(expected: unknown, found: unknown, path: readonly string[] = []): RawDifference[] {
  const here = [{ path, expected, found }];
  const pattern = patternOf(expected);
  if (pattern !== undefined) return isMatch(pattern, found) ? [] : here;
  if (isAbsent(expected)) return found === undefined ? [] : here;
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length) return here;
    return expected.flatMap((item, index) => differences(item, found[index], [...path, String(index)]));
  }
  if (!isObject(expected)) return expected === found ? [] : here;
  const members = Object.entries(expected);
  // Of an object that was not sent every member is missing: each may stand somewhere else.
  const object = found === undefined && members.length > 0 ? {} : found;
  if (!isObject(object)) return here;
  return members.flatMap(([name, member]) => {
    return differences(member, Object.hasOwn(object, name) ? object[name] : undefined, [...path, name]);
  });
}

/** The expression of `{ $match: "…" }`. */
export const patternOf = (expected: unknown): string | undefined =>
  isObject(expected) && typeof expected["$match"] === "string" && Object.keys(expected).length === 1
    ? expected["$match"]
    : undefined;

export const isAbsent = (expected: unknown): boolean =>
  isObject(expected) && expected["$absent"] === true && Object.keys(expected).length === 1;

/** An object with members; a list is none. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The right text in other letters. */
export const differsInCase = ({ expected, found }: RawDifference): boolean =>
  typeof expected === "string" && typeof found === "string" && expected.toLowerCase() === found.toLowerCase();

/** The difference as it may be shown. */
export function shown({ path, expected, found }: RawDifference): Difference {
  const field = path.join(".");
  const sent = found === undefined ? {} : { found: shownAt(path, found) };
  return { field, expected: shownAt(path, expected), ...sent };
}

/** A difference in a line. */
export function differenceLine({ field, expected, ...rest }: Difference): string {
  const wanted = expectedText(expected);
  const found = "found" in rest ? foundText(rest.found) : "nothing";
  return `${field}: expected ${wanted}, found ${found === wanted ? "another value" : found}`;
}

/** What is expected of a field, in words. */
export function expectedText(expected: unknown): string {
  const pattern = patternOf(expected);
  if (pattern !== undefined) return `a text that matches /${pattern}/`;
  return isAbsent(expected) ? "nothing" : JSON.stringify(expected);
}

const foundText = (found: unknown): string => {
  const text = JSON.stringify(found);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
};

const LONGEST_VALUE = 200;

/** A value as the journal would show it there: below a secret's name everything is secret. */
const shownAt = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight((inner, name) => redacted({ [name]: inner })[name], redacted(value));

const isMatch = (pattern: string, found: unknown): boolean =>
  found !== undefined && !isObject(found) && new RegExp(pattern, "u").test(String(found));
