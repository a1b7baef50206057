import { describeOperations, type RateLimitLabel } from "../../../src/index.js";
import { call } from "../../support/rest.js";
import { type RestCase, zoomError } from "./rest-case.js";

const PER_SECOND = "You have reached the maximum per-second rate limit for this API. Try again later.";
const PER_DAY =
  "You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.";
const PER_USER =
  "You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.";

/** Plan Free: calls per second (Resource-intensive: per minute) and per day. */
const FREE: Readonly<Record<string, { readonly burst: number; readonly day: number }>> = {
  LIGHT: { burst: 4, day: 6_000 },
  MEDIUM: { burst: 2, day: 2_000 },
  HEAVY: { burst: 1, day: 1_000 },
  "RESOURCE-INTENSIVE": { burst: 10, day: 30_000 },
};

const options = { plan: "free" } as const;

/** Both limits of the account, of every operation that has a label: parameters and body do not matter. */
const accountLimits = (profile: "2021" | "2025"): RestCase[] =>
  describeOperations(profile).operations.flatMap(({ id: operation, method, path, rateLimit }): RestCase[] => {
    const limits = FREE[rateLimit ?? ""];
    if (!limits) return [];
    const request = { method, path: path.replace(/\{\w+\}/g, "1") };
    const common = { operation, request, options, profiles: [profile], status: 429 };
    return [
      {
        ...common,
        outcome: "rateLimitPerSecond",
        prepare: async (zoom) => {
          for (let count = 0; count < limits.burst; count += 1) await call(zoom.url, request);
        },
        body: zoomError(429, PER_SECOND),
        headers: {
          "x-ratelimit-type": "QPS",
          "x-ratelimit-limit": String(limits.day),
          "x-ratelimit-remaining": String(limits.day - limits.burst),
          "retry-after": null,
        },
      },
      {
        ...common,
        outcome: "rateLimitPerDay",
        prepare: (zoom) => zoom.limits.spend({ label: rateLimit as RateLimitLabel, calls: limits.day }),
        body: zoomError(429, PER_DAY),
        headers: {
          "x-ratelimit-type": "Daily-limit",
          "x-ratelimit-limit": String(limits.day),
          "x-ratelimit-remaining": "0",
          "retry-after": "2026-02-01T00:00:00Z",
        },
      },
    ];
  });

/** The limit of the user, of every operation that has it: what succeeds in another case is refused when it is used up. */
const userLimits = (profile: "2021" | "2025", cases: readonly RestCase[]): RestCase[] =>
  describeOperations(profile)
    .operations.filter(({ outcomes }) => outcomes.some(({ outcome }) => outcome === "dailyUserLimit"))
    .flatMap(({ id }) => {
      const success = cases.find(
        ({ operation, status, profiles }) =>
          operation === id && status < 300 && (profiles === undefined || profiles.includes(profile)),
      );
      return success ? { ...withoutUpdates(success), profiles: [profile] } : [];
    });

const withoutUpdates = ({ operation, request, options: others, prepare }: RestCase): RestCase => ({
  operation,
  outcome: "dailyUserLimit",
  request,
  options: { ...others, ...options },
  prepare: async (zoom) => {
    await prepare?.(zoom);
    for (const { id } of await zoom.users.list()) await zoom.limits.spend({ user_id: id, calls: 100 });
  },
  status: 429,
  body: zoomError(429, PER_USER),
  headers: { "x-ratelimit-type": null, "retry-after": null },
});

/** Cases of every operation's limits, as far as `cases` say how an operation succeeds. */
export const limitCases = (cases: readonly RestCase[]): RestCase[] =>
  (["2021", "2025"] as const).flatMap((profile) => [...accountLimits(profile), ...userLimits(profile, cases)]);
