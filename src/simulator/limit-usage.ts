import type { Plan } from "../domain/account.js";
import { RATE_LIMIT_LABELS, type RateLimitLabel } from "../domain/rate-limits.js";
import type { AccountLimits } from "./account-limits.js";
import type { FixedWindow } from "./fixed-window.js";

/** What was used of what, in the windows that hold the present. */
export interface LimitUsage {
  readonly accounts: readonly AccountUsage[];
  /** Those who created or updated something on this day. */
  readonly users: readonly { readonly user_id: string; readonly updates: Usage }[];
}

export interface Usage {
  readonly used: number;
  readonly limit: number;
}

/** What one account has used of its plan, by label. */
export interface AccountUsage {
  readonly account_id: string;
  readonly plan: Plan;
  readonly labels: Readonly<Record<RateLimitLabel, LabelUsage>>;
}

export interface LabelUsage {
  /** Within the second or minute. */
  readonly burst: Usage & { readonly per: "second" | "minute" };
  /** `null`: there is no limit per day. Heavy and Resource-intensive calls share theirs on paid plans. */
  readonly daily: Usage | null;
}

export function accountUsage(account_id: string, { plan, labels }: AccountLimits, now: number): AccountUsage {
  const usages = RATE_LIMIT_LABELS.map((label) => {
    const { per, burst, daily } = labels[label];
    return [label, { burst: { ...usageOf(burst, now), per }, daily: daily ? usageOf(daily, now) : null }];
  });
  return { account_id, plan, labels: Object.fromEntries(usages) as AccountUsage["labels"] }; // every label is there
}

export const usageOf = (window: FixedWindow, now: number): Usage => ({ used: window.used(now), limit: window.limit });
