import { isFaultKind } from "./fault.js";

/** Members of a plan that a short text may name; every other name is a path parameter's. */
const MEMBERS = ["operation", "times", "probability", "seed", "delay", "performed"];

/**
 * A plan as people write it in one line: a kind or an outcome, then `name=value`, separated by commas. One that begins
 * with a brace is JSON. Whether it makes sense is for the schema to say.
 *
 * @example "startThrottled, operation=meetingLiveStreamStatusUpdate, meetingId=68423085, times=2"
 * @throws RangeError when it is no such text.
 */
export function readFault(text: string): unknown {
  if (text.trimStart().startsWith("{")) return readJson(text);
  const [name = "", ...pairs] = text.split(",").map((part) => part.trim());
  if (!/^\w+$/.test(name)) throw unreadable(text);
  const plan: Record<string, unknown> = isFaultKind(name) ? { kind: name } : { outcome: name };
  const params: Record<string, string> = {};
  for (const pair of pairs) {
    const [, member, value] = /^(\w+) *= *(.+)$/.exec(pair) ?? [];
    if (member === undefined || value === undefined) throw unreadable(text);
    if (MEMBERS.includes(member)) plan[member] = typed(value);
    else params[member] = value;
  }
  return Object.keys(params).length > 0 ? { ...plan, params } : plan;
}

function typed(value: string): unknown {
  if (value === "true" || value === "false") return value === "true";
  return /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RangeError(`it is not JSON: ${(error as Error).message}`);
  }
}

const unreadable = (text: string) =>
  new RangeError(
    `${JSON.stringify(text)} is no fault. Write a kind or an outcome, then name=value, for example "startThrottled, meetingId=68423085, times=2", or JSON`,
  );
