import type { Plan } from "../domain/account.js";
import { type PlanLimits, RATE_LIMIT_LABELS, type RateLimitLabel } from "../domain/rate-limits.js";
import { createFixedWindow, DAY, type FixedWindow, MINUTE, SECOND } from "./fixed-window.js";

/** What one account has used of its plan. */
export interface AccountLimits {
  readonly plan: Plan;
  readonly labels: Readonly<Record<RateLimitLabel, LabelLimits>>;
}

/** The windows in which a call with a label counts. */
interface LabelLimits {
  readonly per: "second" | "minute";
  readonly burst: FixedWindow;
  /** Shared by all labels of the same quota. */
  readonly daily: FixedWindow | undefined;
}

export function createAccountLimits(plan: Plan, { bursts, daily }: PlanLimits): AccountLimits {
  const quotas = daily.map(({ labels, calls }) => ({ labels, window: createFixedWindow(calls, DAY) }));
  const labels = RATE_LIMIT_LABELS.map((label): [RateLimitLabel, LabelLimits] => {
    const { calls, per } = bursts[label];
    const burst = createFixedWindow(calls, per === "second" ? SECOND : MINUTE);
    return [label, { per, burst, daily: quotas.find((quota) => quota.labels.includes(label))?.window }];
  });
  return { plan, labels: Object.fromEntries(labels) as AccountLimits["labels"] }; // every label is there
}
