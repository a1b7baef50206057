import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { loadPlans } from "../../src/fixtures/load-plans.js";
import { startZoomMock, type ZoomMock } from "../../src/index.js";
import { updateOnce } from "../../src/simulator/count-calls.js";
import { createLimiter } from "../../src/simulator/limiter.js";
import type { Transaction } from "../../src/simulator/transaction.js";
import { answerOf } from "../support/commands.js";

// Configuring a stream stands for any operation that is limited: what is tested is what the member does.
vi.mock(import("../../src/operations/index.js"), async (original) => {
  const { operations } = await original();
  return {
    operations: operations.map((operation) =>
      operation.id === "meetingLiveStreamUpdate" ? { ...operation, limitedPerUser: true } : operation,
    ),
  };
});

/** Not by `call`: contracts/openapi.json knows of no limit of this operation. */
const configureAt = (url: string, id: string) =>
  fetch(`${url}/v2/meetings/${id}/livestream`, {
    method: "PATCH",
    headers: { authorization: "Bearer any", "content-type": "application/json" },
    body: JSON.stringify({ stream_url: "rtmp://example.com", stream_key: "another", page_url: "" }),
  });

const HOST = "KDcuGIm1QgePTO8WbOqwIQ";

describe("an operation that is limited per user", () => {
  let zoom: ZoomMock;
  beforeEach(async () => {
    zoom = await startZoomMock({ profile: "2025", plan: "pro", frozenAt: "2026-01-31T12:00:00Z" });
  });
  afterEach(() => zoom.close());

  const configure = (id: string) => configureAt(zoom.url, id);

  test("is refused after a hundred updates of one host, as it was measured", async () => {
    await zoom.limits.spend({ user_id: HOST, calls: 99 });
    expect((await configure("68423085")).status).toBe(204);

    const refused = await configure("85746065432");

    expect(refused.headers.get("x-zoom-mock")).toBe("profile=2025, outcome=dailyUserLimit, evidence=measured");
    expect(Object.fromEntries([...refused.headers].filter(([name]) => /ratelimit|retry/.test(name)))).toEqual({
      "x-ratelimit-category": "Light",
    });
    expect(await answerOf(refused)).toEqual({
      status: 429,
      body: {
        code: 429,
        message:
          "You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.",
      },
    });
    await zoom.clock.advance("12h");
    expect((await configure("85746065432")).status).toBe(204);
  });

  test("tells of the account's day when it is refused, on plans that have one", async () => {
    await zoom.accounts.put("zjXTYXf1R8WQVOZu_2CVuA", { plan: "free" });
    await zoom.limits.spend({ user_id: HOST, calls: 100 });
    const { headers } = await configure("68423085");
    expect([headers.get("x-ratelimit-limit"), headers.get("x-ratelimit-remaining")]).toEqual(["6000", "5999"]);
  });

  test("leaves the world as it was when it is refused", async () => {
    await zoom.limits.spend({ user_id: HOST, calls: 100 });
    const before = await zoom.state.get();
    await configure("68423085");
    expect(await zoom.state.get()).toEqual(before);
    expect(await zoom.requests.list()).toMatchObject([{ outcome: "dailyUserLimit", events: [] }]);
  });

  test("counts nothing when it is refused for another reason", async () => {
    expect((await configure("404")).status).toBe(404);
    expect((await zoom.limits.get()).users).toEqual([]);
  });

  test("counts by host, and not at all without a plan", async () => {
    await zoom.meetings.put("7", { host_id: "another" });
    await zoom.users.put("another");
    await zoom.limits.spend({ user_id: "another", calls: 100 });
    expect((await configure("7")).status).toBe(429);
    expect((await configure("68423085")).status).toBe(204);
    await using unlimited = await startZoomMock({ profile: "2025" });
    await unlimited.limits.spend({ user_id: HOST, calls: 100 });
    expect((await configureAt(unlimited.url, "68423085")).status).toBe(204);
  });
});

test("a request counts once, however often its commit is tried", () => {
  const limiter = createLimiter({ limits: loadPlans(), plan: "pro" });
  const take = updateOnce(limiter);
  const transaction = { hostOfPut: () => HOST } as Transaction; // the only member that is asked
  for (let tries = 0; tries < 3; tries += 1) expect(take(transaction, 0)).toBeUndefined();
  expect(limiter.usage("account", 0).users).toEqual([{ user_id: HOST, updates: { used: 1, limit: 100 } }]);
});
