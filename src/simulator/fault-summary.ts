import { type FaultPlan, faultName } from "../domain/fault.js";

/** What a planned fault does, in a few words for people. */
export function summaryOf(plan: FaultPlan, left: number | null): string {
  const { operation = "every operation", params = {}, probability, seed = 0, error } = plan;
  const what = error ? `error ${error.status}/${error.code}` : faultName(plan);
  const where = Object.entries(params).map(([param, value]) => `${param} ${value}`);
  const often = [
    ...(probability === undefined ? [] : [`probability ${probability}, seed ${seed}`]),
    ...(left === null ? [] : [`${left} left`]),
  ];
  return `${what} for ${[operation, ...where].join(", ")} (${often.join(", ")})`;
}
