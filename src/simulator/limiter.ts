import type { Account, Plan } from "../domain/account.js";
import { isoTime } from "../domain/clock.js";
import type { RateLimitLabel, RateLimits } from "../domain/rate-limits.js";
import type { AnyDecision } from "../operations/operation.js";
import { type AccountLimits, createAccountLimits } from "./account-limits.js";
import { createFixedWindow, DAY, type FixedWindow } from "./fixed-window.js";
import { accountUsage, type LimitUsage, usageOf } from "./limit-usage.js";

/** The limits, and the plan of accounts that name none. */
export interface LimiterOptions {
  readonly limits: RateLimits;
  /** Without one there are no limits for them. */
  readonly plan: Plan | undefined;
}

/** What the limiter says of one call. */
export interface Allowance {
  /** Why the call is refused. */
  readonly refusal?: AnyDecision;
  /** The day's quota after the call, where the plan has one for the label. */
  readonly quota?: { readonly limit: number; readonly remaining: number };
}

type Knows = (outcome: string) => boolean;

/** Counts the calls of accounts and users, and says when there were enough. Nothing but the given times drives it. */
export interface Limiter {
  /** Whether any account has a plan. A request asks this first: without limits it pays no more than that. */
  readonly active: boolean;
  /** Takes over the plans of a world's accounts. */
  learn(accounts: readonly Account[]): void;
  /** Takes over one account as it is now; `undefined`: it is gone. */
  learnOne(accountId: string, account: Account | undefined): void;
  /** Counts a call, unless it is refused. A limit for which the profile has no answer is none. */
  take(accountId: string, label: RateLimitLabel, now: number, knows: Knows): Allowance | undefined;
  /** Counts a create or update of what a user hosts, unless it is refused. */
  takeUpdate(userId: string, now: number): AnyDecision | undefined;
  /** Counts calls that nobody made. `false`: the account has no plan. */
  spend(accountId: string, label: RateLimitLabel, calls: number, now: number): boolean;
  spendUpdates(userId: string, calls: number, now: number): void;
  /** @param accountId Told of even if it has not called yet. */
  usage(accountId: string, now: number): LimitUsage;
  /** Forgets every call, not the plans. */
  clear(): void;
}

export function createLimiter({ limits, plan: general }: LimiterOptions): Limiter {
  const plans = new Map<string, Plan>();
  const accounts = new Map<string, AccountLimits>();
  let users = new Map<string, FixedWindow>();
  let usersDay = Number.NaN;
  const limiter: Limiter = {
    get active() {
      return general !== undefined || plans.size > 0;
    },
    learn: (all) => {
      plans.clear();
      for (const account of all) limiter.learnOne(account.id, account);
    },
    learnOne: (accountId, account) => {
      if (account?.plan) plans.set(accountId, account.plan);
      else plans.delete(accountId);
    },
    take: (accountId, label, now, knows) => {
      const account = limitsOf(accountId);
      if (!account) return undefined;
      const { burst, daily } = account.labels[label];
      const refusal = refusalOf(burst, daily, now, knows);
      if (!refusal) {
        burst.add(1, now);
        daily?.add(1, now);
      }
      const quota = daily && { limit: daily.limit, remaining: daily.limit - daily.used(now) };
      return { ...(refusal && { refusal }), ...(quota && { quota }) };
    },
    takeUpdate: (userId, now) => {
      const updates = updatesOf(userId, now);
      const { limit } = updates;
      if (updates.used(now) >= limit) return { outcome: "dailyUserLimit", values: { updatesPerDay: limit } };
      updates.add(1, now);
      return undefined;
    },
    spend: (accountId, label, calls, now) => {
      const { burst, daily } = limitsOf(accountId)?.labels[label] ?? {};
      burst?.add(calls, now);
      daily?.add(calls, now);
      return burst !== undefined;
    },
    spendUpdates: (userId, calls, now) => updatesOf(userId, now).add(calls, now),
    usage: (accountId, now) => {
      limitsOf(accountId);
      return {
        accounts: Array.from(accounts, ([id, account]) => accountUsage(id, account, now)),
        users: Array.from(users, ([user_id, updates]) => ({ user_id, updates: usageOf(updates, now) })).filter(
          ({ updates: { used } }) => used > 0,
        ),
      };
    },
    clear: () => {
      accounts.clear();
      users.clear();
    },
  };
  return limiter;

  /** An account that changes its plan begins anew. */
  function limitsOf(accountId: string): AccountLimits | undefined {
    const plan = plans.get(accountId) ?? general;
    const known = accounts.get(accountId);
    if (known?.plan === plan) return known;
    accounts.delete(accountId);
    if (plan === undefined) return undefined;
    const account = createAccountLimits(plan, limits.plans[plan]);
    accounts.set(accountId, account);
    return account;
  }

  /** Of yesterday's users nothing is kept. */
  function updatesOf(userId: string, now: number): FixedWindow {
    const day = Math.floor(now / DAY);
    if (day !== usersDay) users = new Map();
    usersDay = day;
    const updates = users.get(userId) ?? createFixedWindow(limits.updatesPerUserAndDay, DAY);
    users.set(userId, updates);
    return updates;
  }
}

/** The day is asked first: whoever has used it up does not get on by waiting for a second. */
function refusalOf(burst: FixedWindow, daily: FixedWindow | undefined, now: number, knows: Knows) {
  if (daily && daily.used(now) >= daily.limit && knows("rateLimitPerDay")) {
    return { outcome: "rateLimitPerDay", values: { retryAfter: isoTime(daily.end(now)).replace(".000Z", "Z") } };
  }
  if (burst.used(now) >= burst.limit && knows("rateLimitPerSecond")) return { outcome: "rateLimitPerSecond" };
  return undefined;
}
