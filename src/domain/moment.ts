/** A moment: a Date, ISO 8601, or milliseconds since 1970. */
export type Moment = Date | string | number;

/**
 * The milliseconds since 1970 of a moment.
 *
 * @throws RangeError when it is none, or lies outside the years 0000 to 9999.
 */
export function readMoment(at: Moment): number {
  const problem = momentProblem(at);
  if (problem === undefined) return new Date(at).getTime();
  const shown = at instanceof Date ? String(at) : JSON.stringify(at);
  throw new RangeError(`Failed to read the time ${shown}: ${problem}`);
}

/** Why it is no moment, and what to write instead; nothing when it is one. */
export function momentProblem(at: Moment): string | undefined {
  if (typeof at === "string") {
    if (WITHOUT_OFFSET.test(at)) return `it says no time zone. Add Z or an offset, such as "2026-01-31T12:00:00Z".`;
    if (!ISO_8601.test(at) || !isDay(at.slice(0, 10))) return NO_DATE;
  }
  const time = new Date(at).getTime();
  if (typeof at !== "number" && Number.isNaN(time)) return NO_DATE;
  return time >= FIRST && time <= LAST ? undefined : "it lies outside the years 0000 to 9999. Choose one within.";
}

const DAY_AND_TIME = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?`;
const ISO_8601 = new RegExp(String.raw`^(\d{4}-\d\d-\d\d|${DAY_AND_TIME}(Z|[+-]\d\d:\d\d))$`);
const WITHOUT_OFFSET = new RegExp(`^${DAY_AND_TIME}$`);

/** What ISO 8601 writes with four digits for the year; beyond, other programs fail to read what the mock writes. */
const FIRST = Date.parse("0000-01-01T00:00:00.000Z");
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

const NO_DATE =
  'it is not a date. Give ISO 8601 such as "2026-01-31T12:00:00Z", milliseconds since 1970 as a number, or a Date.';

/** JavaScript takes February 30 for March 2. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
