import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectZoomMock, startZoomMock, type ZoomMock, ZoomMockControlError } from "../../src/index.js";
import { send } from "../support/commands.js";
import { call } from "../support/rest.js";

const NOON = "2026-01-31T12:00:00Z";
const ACCOUNT = "zjXTYXf1R8WQVOZu_2CVuA";
const stop = { action: "stop" };

/** The rate limit headers of an answer. */
const limitHeaders = (response: Response) =>
  Object.fromEntries([...response.headers].filter(([name]) => /^(x-ratelimit-|retry-after)/.test(name)));

describe("without a plan", () => {
  test("nothing is limited, and an answer has the category only", async () => {
    await using zoom = await startZoomMock({ frozenAt: NOON });
    for (let count = 0; count < 90; count += 1) {
      expect((await send(zoom.url, "meetings/68423085", stop)).status).toBe(204);
    }
    expect(limitHeaders(await send(zoom.url, "meetings/68423085", stop))).toEqual({ "x-ratelimit-category": "Light" });
    expect(await zoom.limits.get()).toEqual({ accounts: [], users: [] });
  });
});

// The same over both transports of the control API.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("with plan Free, used %s", (_title, use) => {
  let started: ZoomMock;
  let zoom: ZoomMock;
  beforeEach(async () => {
    started = await startZoomMock({ frozenAt: NOON, plan: "free" });
    zoom = use(started);
  });
  afterEach(() => started.close());

  const status = async () => (await send(zoom.url, "meetings/68423085", stop)).status;

  test("the fifth light call within a second is refused, the next second's first is not", async () => {
    expect([await status(), await status(), await status(), await status(), await status()]).toEqual([
      ...Array.from({ length: 4 }, () => 204),
      429,
    ]);
    await zoom.clock.advance("1s");
    expect(await status()).toBe(204);
  });

  test("every answer tells what is left of the day, refusals of other kinds too", async () => {
    const day = { "x-ratelimit-category": "Light", "x-ratelimit-limit": "6000" };
    const { url } = zoom;
    expect(limitHeaders(await send(url, "meetings/68423085", stop))).toEqual({
      ...day,
      "x-ratelimit-remaining": "5999",
    });
    expect(limitHeaders(await send(url, "meetings/404", stop))).toEqual({ ...day, "x-ratelimit-remaining": "5998" });
    expect(limitHeaders(await send(url, "meetings/x", stop))).toEqual({ ...day, "x-ratelimit-remaining": "5997" });
    expect(limitHeaders(await call(url, { method: "GET", path: "/v2/meetings/68423085/livestream" }))).toEqual({
      ...day,
      "x-ratelimit-remaining": "5996",
    });
  });

  test("a call without a token counts for no account", async () => {
    const headers = { authorization: "" };
    const response = await send(zoom.url, "meetings/68423085", stop, "json", headers);
    expect(limitHeaders(response)).toEqual({ "x-ratelimit-category": "Light" });
    expect((await zoom.limits.get()).accounts).toMatchObject([{ labels: { LIGHT: { daily: { used: 0 } } } }]);
  });

  test("an answer by Prefer counts nothing", async () => {
    await send(zoom.url, "meetings/68423085", stop, "json", { prefer: "code=204" });
    expect((await zoom.limits.get()).accounts).toMatchObject([{ labels: { LIGHT: { daily: { used: 0 } } } }]);
  });

  test("the day begins anew at midnight UTC", async () => {
    await zoom.limits.spend({ label: "LIGHT", calls: 6_000 });
    const refused = await send(zoom.url, "meetings/68423085", stop);
    expect(refused.headers.get("retry-after")).toBe("2026-02-01T00:00:00Z");
    await zoom.clock.advance("11h");
    expect(await status()).toBe(429);
    await zoom.clock.set(refused.headers.get("retry-after") ?? "");
    expect(await status()).toBe(204);
  });

  test("tells what was used of what", async () => {
    await status();
    await zoom.limits.spend({ user_id: "KDcuGIm1QgePTO8WbOqwIQ", calls: 7 });
    const usage = await zoom.limits.get();
    expect(usage).toMatchObject({
      accounts: [{ account_id: ACCOUNT, plan: "free" }],
      users: [{ user_id: "KDcuGIm1QgePTO8WbOqwIQ", updates: { used: 7, limit: 100 } }],
    });
    expect(usage.accounts[0]?.labels).toEqual({
      LIGHT: { burst: { used: 1, limit: 4, per: "second" }, daily: { used: 1, limit: 6_000 } },
      MEDIUM: { burst: { used: 0, limit: 2, per: "second" }, daily: { used: 0, limit: 2_000 } },
      HEAVY: { burst: { used: 0, limit: 1, per: "second" }, daily: { used: 0, limit: 1_000 } },
      "RESOURCE-INTENSIVE": { burst: { used: 0, limit: 10, per: "minute" }, daily: { used: 0, limit: 30_000 } },
    });
  });

  test("reset forgets every call", async () => {
    const first = await zoom.limits.get();
    await zoom.limits.spend({ label: "LIGHT", calls: 6_000 });
    await zoom.limits.spend({ user_id: "someone", calls: 100 });
    expect(await status()).toBe(429);
    await zoom.reset();
    expect(await zoom.limits.get()).toEqual(first);
    expect(await status()).toBe(204);
  });

  test.each<[what: string, calls: object, message: RegExp]>([
    ["neither label nor user", { calls: 1 }, /body: name either a label .*, or a user_id/],
    ["both label and user", { label: "LIGHT", user_id: "a", calls: 1 }, /body: name either a label .*, or a user_id/],
    [
      "a label that there is not",
      { label: "light", calls: 1 },
      /body\.label: expected \("LIGHT" \| .*found "light"\.$/,
    ],
    ["no calls", { label: "LIGHT", calls: 0 }, /body\.calls: expected >=1, found 0\.$/],
    ["what is misspelt", { label: "LIGHT", calls: 1, acount_id: "a" }, /body\.acount_id: there is no such field\.$/],
  ])("refuses to spend %s", async (_what, calls, message) => {
    const error = await zoom.limits.spend(calls as never).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ZoomMockControlError);
    expect(error).toMatchObject({ status: 400, message: expect.stringMatching(message) });
  });
});

describe("an account's own plan", () => {
  const remaining = async (zoom: ZoomMock, authorization = "Bearer any") =>
    (await send(zoom.url, "meetings/68423085", stop, "json", { authorization })).headers.get("x-ratelimit-remaining");

  test("comes with the scenario, goes with another, and is back after a reset", async () => {
    const scenario = { account_id: "acc", accounts: [{ id: "acc", plan: "free" as const }], users: [{ id: "host" }] };
    await using zoom = await startZoomMock({ scenario, frozenAt: NOON });
    expect(await remaining(zoom)).toBe("5999");
    await zoom.state.put({ account_id: "acc", users: [{ id: "host" }] });
    expect(await remaining(zoom)).toBeNull();
    await zoom.reset();
    expect(await remaining(zoom)).toBe("5999");
  });

  test("comes and goes by the control API, and goes before the mock's own", async () => {
    await using zoom = await startZoomMock({ frozenAt: NOON, plan: "business" });
    expect(await remaining(zoom)).toBeNull();
    await zoom.accounts.put(ACCOUNT, { plan: "free" });
    expect(await remaining(zoom)).toBe("5999");
    await zoom.accounts.put(ACCOUNT);
    expect(await remaining(zoom)).toBeNull();
    await zoom.accounts.put(ACCOUNT, { plan: "free" });
    await zoom.accounts.delete(ACCOUNT);
    expect(await remaining(zoom)).toBeNull();
  });

  test("counts the calls of that account's tokens only", async () => {
    await using zoom = await startZoomMock({ frozenAt: NOON });
    await zoom.accounts.put("other", { plan: "free" });
    await zoom.tokens.put("others-token", { account_id: "other" });
    expect(await remaining(zoom, "Bearer others-token")).toBe("5999");
    expect(await remaining(zoom)).toBeNull();
  });

  test("nothing can be spent without one", async () => {
    await using zoom = await startZoomMock();
    const error = await zoom.limits.spend({ label: "LIGHT", calls: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      status: 400,
      message: expect.stringMatching(/has no plan.*Start the mock with a plan/),
    });
  });
});
