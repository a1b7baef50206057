import type { Plan } from "./account.js";

/** Zoom's rate limit labels, as its description of each operation has them. */
export type RateLimitLabel = (typeof RATE_LIMIT_LABELS)[number];

export const RATE_LIMIT_LABELS = ["LIGHT", "MEDIUM", "HEAVY", "RESOURCE-INTENSIVE"] as const;

/** How many calls there may be within a second or a minute. */
interface Burst {
  readonly calls: number;
  readonly per: "second" | "minute";
}

/** How many calls there may be on one day, in UTC, of all its labels together. */
interface DailyQuota {
  readonly labels: readonly RateLimitLabel[];
  readonly calls: number;
}

/** How often an account with a plan may call. */
export interface PlanLimits {
  readonly bursts: Readonly<Record<RateLimitLabel, Burst>>;
  /** A label that none of them names has no limit per day. */
  readonly daily: readonly DailyQuota[];
}

/** What Zoom limits. */
export interface RateLimits {
  readonly plans: Readonly<Record<Plan, PlanLimits>>;
  /** How many meetings and webinars of one user may be created or updated on one day, in UTC, whatever the plan. */
  readonly updatesPerUserAndDay: number;
}
