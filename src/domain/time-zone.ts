import { isoTime } from "./clock.js";
import { momentProblem } from "./moment.js";

/**
 * A time as Zoom takes it, in UTC as Zoom writes it: `2026-01-31T12:00:00Z`.
 *
 * @param text With `Z` or an offset; or without, then it is a local time of the zone.
 * @param timeZone A name such as `America/Los_Angeles`; one that is none counts as UTC.
 * @returns The time, or undefined when the text is none.
 */
export function utcTime(text: string, timeZone: string): string | undefined {
  if (!TIME.test(text)) return undefined;
  const isLocal = !/(Z|[+-]\d\d:\d\d)$/.test(text);
  const whole = isLocal ? `${text}Z` : text;
  if (momentProblem(whole) !== undefined) return undefined;
  const time = Date.parse(whole);
  return secondsOnly(isLocal ? inUtc(time, timeZone) : time);
}

/** A moment without the fractions of a second, which Zoom leaves out. */
export const secondsOnly = (at: number): string => isoTime(at).replace(/\.\d+Z$/, "Z");

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** The moment at which a zone's clocks show a time: the second look is for hours near a change of summer time. */
function inUtc(shown: number, timeZone: string): number {
  const first = shown - offsetAt(shown, timeZone);
  return shown - offsetAt(first, timeZone);
}

/** By how much a zone's clocks are ahead of UTC at a moment. */
function offsetAt(moment: number, timeZone: string): number {
  try {
    const format = new Intl.DateTimeFormat("en-US", { ...FIELDS, timeZone, hourCycle: "h23" });
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
    const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? "00";
    const day = `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
    const time = Date.parse(`${day}T${part("hour")}:${part("minute")}:${part("second")}Z`);
    return time - Math.floor(moment / 1000) * 1000;
  } catch {
    return 0;
  }
}

const FIELDS = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
} as const;
