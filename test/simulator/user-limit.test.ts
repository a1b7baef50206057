import { describe, expect, test } from "vitest";
import { createClock } from "../../src/domain/clock.js";
import { loadPlans } from "../../src/fixtures/load-plans.js";
import { loadProfile } from "../../src/fixtures/load-profile.js";
import { loadScenario } from "../../src/fixtures/load-scenario.js";
import { resolveSwitches } from "../../src/fixtures/switches-schema.js";
import { operations } from "../../src/operations/index.js";
import { meetingLiveStreamUpdate } from "../../src/operations/meeting-livestream-update.js";
import type { AnyOperation } from "../../src/operations/operation.js";
import { createSimulator } from "../../src/simulator/simulator.js";
import type { Store } from "../../src/simulator/store.js";
import { createUniverse } from "../../src/simulator/universe.js";
import { createMemoryStore } from "../../src/stores/memory-store.js";

const HOST = "KDcuGIm1QgePTO8WbOqwIQ";
const update: AnyOperation = { ...meetingLiveStreamUpdate, limitedPerUser: true };

/** A world whose account has plan Pro, and an operation that updates a meeting of it. */
async function world(store: Store = createMemoryStore()) {
  const others = operations.filter(({ id }) => id !== update.id);
  const profile = loadProfile("2025", [update, ...others]);
  const simulator = createSimulator({
    operations: [update],
    profile,
    switches: resolveSwitches(profile.switches),
    strict: false,
    tokens: "any",
  });
  const universe = createUniverse({
    id: "default",
    scenario: loadScenario("default"),
    clock: createClock(undefined, "2026-01-31T12:00:00Z"),
    store,
    journalCapacity: 10,
    scheduledSessions: "wait",
    limits: { limits: loadPlans(), plan: "pro" },
  });
  await universe.ready;
  const send = async (meetingId: string, key = "key") => {
    const value = { stream_url: "rtmp://example.com", stream_key: key, page_url: "" };
    const request = {
      method: "PATCH",
      url: `/v2/meetings/${meetingId}/livestream`,
      params: { meetingId },
      headers: { authorization: "Bearer any" },
      body: { encoding: "json" as const, size: 1, value, diagnoses: [] },
    };
    const reply = await simulator.perform(update, request, universe);
    if ("refusal" in reply) throw new Error(reply.refusal);
    return reply;
  };
  return { universe, send };
}

describe("an operation that is limited per user", () => {
  test("is refused after a hundred updates of one host, as it was measured", async () => {
    const { universe, send } = await world();
    universe.limiter.spendUpdates(HOST, 99, universe.clock.now());
    expect((await send("68423085", "last")).outcome).toBe("updated");

    const refused = await send("85746065432");

    expect(refused).toMatchObject({ status: 429, outcome: "dailyUserLimit", evidence: "measured" });
    expect(JSON.parse(refused.body ?? "")).toEqual({
      code: 429,
      message:
        "You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.",
    });
    expect(Object.keys(refused.headers).filter((name) => /ratelimit-type|retry-after/.test(name))).toEqual([]);
    expect(refused.headers["x-ratelimit-category"]).toBe("Light");
    universe.clock.advance("12h");
    expect((await send("85746065432")).outcome).toBe("updated");
  });

  test("leaves the meeting as it was when it is refused, and tells the journal of no change", async () => {
    const { universe, send } = await world();
    universe.limiter.spendUpdates(HOST, 100, universe.clock.now());
    const before = await universe.snapshot();
    await send("68423085", "other");
    expect(await universe.snapshot()).toEqual(before);
    expect(universe.journal.list()).toMatchObject([{ outcome: "dailyUserLimit", events: [], after: null }]);
  });

  test("counts nothing when it is refused for another reason", async () => {
    const { universe, send } = await world();
    expect((await send("404")).outcome).toBe("meetingDoesNotExist");
    expect(universe.limiter.usage("account", universe.clock.now()).users).toEqual([]);
  });

  test("counts once, however often its commit is tried", async () => {
    const store = createMemoryStore();
    let refusals = 3;
    const busy: Store = { ...store, commit: async (changes) => (refusals-- > 0 ? false : store.commit(changes)) };
    const { universe, send } = await world(busy);
    await send("68423085");
    expect(refusals).toBe(-1);
    expect(universe.limiter.usage("account", universe.clock.now()).users).toEqual([
      { user_id: HOST, updates: { used: 1, limit: 100 } },
    ]);
  });
});
