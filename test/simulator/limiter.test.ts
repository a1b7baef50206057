import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/domain/account.js";
import { RATE_LIMIT_LABELS, type RateLimitLabel } from "../../src/domain/rate-limits.js";
import { loadPlans } from "../../src/fixtures/load-plans.js";
import { createLimiter } from "../../src/simulator/limiter.js";

const NOON = Date.parse("2026-01-31T12:00:00.000Z");
const MIDNIGHT = "2026-02-01T00:00:00Z";
const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 86_400_000;

const limits = loadPlans();
const limiterOf = (plan?: Plan) => createLimiter({ limits, plan });
const everything = () => true;

type Limiter = ReturnType<typeof limiterOf>;
const call = (limiter: Limiter, label: RateLimitLabel, now: number) =>
  limiter.take("account", label, now, everything)?.refusal?.outcome ?? "admitted";

/** Zoom's table: calls within a second or minute, and within a day of which labels. */
const TABLE: [plan: Plan, label: RateLimitLabel, burst: number, length: number, day: number | null][] = [
  ["free", "LIGHT", 4, SECOND, 6_000],
  ["free", "MEDIUM", 2, SECOND, 2_000],
  ["free", "HEAVY", 1, SECOND, 1_000],
  ["free", "RESOURCE-INTENSIVE", 10, MINUTE, 30_000],
  ["pro", "LIGHT", 30, SECOND, null],
  ["pro", "MEDIUM", 20, SECOND, null],
  ["pro", "HEAVY", 10, SECOND, 30_000],
  ["pro", "RESOURCE-INTENSIVE", 10, MINUTE, 30_000],
  ["business", "LIGHT", 80, SECOND, null],
  ["business", "MEDIUM", 60, SECOND, null],
  ["business", "HEAVY", 40, SECOND, 60_000],
  ["business", "RESOURCE-INTENSIVE", 20, MINUTE, 60_000],
];

describe.each(TABLE)("plan %s, label %s", (plan, label, burst, length, day) => {
  test(`admits ${burst} calls within ${length} ms, and as many in the next`, () => {
    const limiter = limiterOf(plan);
    const admitted = (now: number) =>
      Array.from({ length: burst + 3 }, () => call(limiter, label, now)).filter((each) => each === "admitted");
    expect(admitted(NOON)).toHaveLength(burst);
    expect(call(limiter, label, NOON + length - 1)).toBe("rateLimitPerSecond");
    expect(admitted(NOON + length)).toHaveLength(burst);
  });

  test(`admits ${day ?? "any number of"} calls a day`, () => {
    const limiter = limiterOf(plan);
    const enough = day ?? 1_000_000;
    limiter.spend("account", label, enough - 1, NOON - length);
    expect(call(limiter, label, NOON)).toBe("admitted");
    const next = limiter.take("account", label, NOON + length, everything);
    if (day === null) expect(next).toEqual({});
    else {
      expect(next).toEqual({
        refusal: { outcome: "rateLimitPerDay", values: { retryAfter: MIDNIGHT } },
        quota: { limit: day, remaining: 0 },
      });
      expect(call(limiter, label, Date.parse(MIDNIGHT))).toBe("admitted");
    }
  });
});

test.each(["pro", "business"] as const)("on plan %s heavy and resource-intensive calls share the day", (plan) => {
  const limiter = limiterOf(plan);
  limiter.spend("account", "HEAVY", 60_000, NOON);
  expect(call(limiter, "RESOURCE-INTENSIVE", NOON + MINUTE)).toBe("rateLimitPerDay");
  expect(call(limiter, "MEDIUM", NOON + MINUTE)).toBe("admitted");
});

test("a call that is refused counts nowhere", () => {
  const limiter = limiterOf("free");
  for (let count = 0; count < 50; count += 1) call(limiter, "LIGHT", NOON);
  expect(limiter.usage("account", NOON).accounts[0]?.labels.LIGHT).toEqual({
    burst: { used: 4, limit: 4, per: "second" },
    daily: { used: 4, limit: 6_000 },
  });
});

test("a limit for which the profile has no answer is none", () => {
  const limiter = limiterOf("free");
  for (let count = 0; count < 10; count += 1) {
    expect(limiter.take("account", "LIGHT", NOON, (outcome) => outcome === "rateLimitPerDay")?.refusal).toBeUndefined();
  }
});

test("accounts count apart, and an account's own plan goes before the general one", () => {
  const limiter = limiterOf("free");
  limiter.learn([{ id: "rich", plan: "business", locked_settings: [] }]);
  for (let count = 0; count < 4; count += 1) call(limiter, "LIGHT", NOON);
  expect(limiter.take("another", "LIGHT", NOON, everything)?.refusal).toBeUndefined();
  expect(limiter.take("rich", "LIGHT", NOON, everything)).toEqual({});
  expect(call(limiter, "LIGHT", NOON)).toBe("rateLimitPerSecond");
});

test("without a plan it is not active; it is as soon as one account has a plan", () => {
  const limiter = limiterOf();
  expect(limiter.active).toBe(false);
  expect(limiter.take("account", "LIGHT", NOON, everything)).toBeUndefined();
  limiter.learnOne("account", { id: "account", plan: "free", locked_settings: [] });
  expect(limiter.active).toBe(true);
  limiter.learnOne("account", undefined);
  expect(limiter.active).toBe(false);
});

test("a user's hundred updates begin anew at midnight, and yesterday's users are forgotten", () => {
  const limiter = limiterOf("pro");
  const updates = Array.from({ length: 101 }, () => limiter.takeUpdate("user", NOON));
  expect(updates.filter((refusal) => refusal === undefined)).toHaveLength(100);
  expect(updates.at(-1)).toEqual({ outcome: "dailyUserLimit", values: { updatesPerDay: 100 } });
  expect(limiter.takeUpdate("another", NOON)).toBeUndefined();
  expect(limiter.takeUpdate("another", NOON + DAY / 2)).toBeUndefined();
  expect(limiter.usage("account", NOON + DAY / 2).users).toEqual([
    { user_id: "another", updates: { used: 1, limit: 100 } },
  ]);
});

describe("whatever calls come, and whenever", () => {
  const plan = fc.constantFrom<Plan>("free", "pro", "business");
  const label = fc.constantFrom(...RATE_LIMIT_LABELS);
  const calls = fc.array(
    fc.record({
      label,
      account: fc.constantFrom("one", "two"),
      times: fc.integer({ min: 1, max: 90 }),
      later: fc.oneof(fc.nat(50), fc.nat(1_500), fc.nat(90_000), fc.nat(DAY)),
    }),
    { maxLength: 200 },
  );

  test("no window ever admits more than its number", () => {
    fc.assert(
      fc.property(plan, calls, (named, sequence) => {
        const limiter = limiterOf(named);
        const { bursts, daily } = limits.plans[named];
        const admitted = new Map<string, number>();
        let now = NOON;
        for (const { label: each, account, times, later } of sequence) {
          now += later;
          const { per, calls: most } = bursts[each];
          const quota = daily.find(({ labels }) => labels.includes(each));
          const windows: [key: string, most: number][] = [
            [`${account}/${each}/${Math.floor(now / (per === "second" ? SECOND : MINUTE))}`, most],
            [`${account}/${quota?.labels}/day ${Math.floor(now / DAY)}`, quota?.calls ?? Number.POSITIVE_INFINITY],
          ];
          for (let count = 0; count < times; count += 1) {
            const full = windows.some(([key, limit]) => (admitted.get(key) ?? 0) >= limit);
            const refused = limiter.take(account, each, now, everything)?.refusal !== undefined;
            // Neither more than the number, nor a refusal while there is room.
            expect(refused).toBe(full);
            if (!refused) for (const [key] of windows) admitted.set(key, (admitted.get(key) ?? 0) + 1);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
