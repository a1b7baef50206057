import { isDuration, milliseconds } from "../domain/duration.js";
import { type FaultPlan, LONGEST_DELAY } from "../domain/fault.js";
import { readFault } from "../domain/fault-text.js";
import type { AnyOperation } from "../operations/operation.js";
import type { Profile } from "../operations/profile.js";
import { didYouMean } from "../text/nearest.js";
import { faultProblem } from "./check-fault.js";
import type { Fault } from "./faults.js";

/** The header by which one request asks to go wrong: a kind or an outcome, then `performed` and `delay`. */
export const FAULT_HEADER = "x-zoom-mock-fault";

/**
 * The fault that a request asks for.
 *
 * @returns A sentence that says why there is none.
 */
export function askedFault(text: string, operation: AnyOperation, profile: Profile): Fault | string {
  const failed = `Failed to read ${FAULT_HEADER}`;
  const plan = read(text);
  if (typeof plan === "string") return `${failed}: ${plan}.`;
  const problem = faultProblem({ ...plan, operation: operation.id }, { operations: [operation], profile });
  return problem === undefined ? { id: null, plan } : `${failed}: ${problem}.`;
}

const MEMBERS = ["performed", "delay"];

function read(text: string): FaultPlan | string {
  if (text.trimStart().startsWith("{")) return "it is a kind or an outcome, not JSON. Plan other faults by control API";
  try {
    // Of a short text the reader makes nothing else.
    const { kind, outcome, params, delay = 0, performed, ...others } = readFault(text) as FaultPlan;
    const [stray] = Object.keys({ ...others, ...params });
    if (stray !== undefined)
      return `it cannot say ${stray}.${didYouMean(stray, MEMBERS)} Plan other faults by control API`;
    if (!isDuration(delay) || milliseconds(delay) > LONGEST_DELAY)
      return "its delay is no length of time up to a minute";
    if (performed !== undefined && typeof performed !== "boolean") return "performed is true or false";
    const said = { ...(delay !== 0 && { delay }), ...(performed !== undefined && { performed }) };
    return { ...said, ...(kind ? { kind } : { outcome: outcome ?? "" }) };
  } catch (error) {
    return (error as RangeError).message;
  }
}
