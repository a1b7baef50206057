import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { World } from "../../src/domain/world.js";
import { loadScenario } from "../../src/fixtures/load-scenario.js";
import { createMemoryStore } from "../../src/stores/memory-store.js";

const HOSTS = ["anna", "ben", "carl"] as const;

/** A step of a life of a world: a meeting gets a host, or (`null`) goes. */
const step = fc.record({ id: fc.constantFrom("1", "2", "3", "4"), host: fc.constantFrom(null, ...HOSTS) });

const world = (hosts: readonly string[]): World =>
  loadScenario({
    account_id: "a",
    meetings: hosts.map((host_id, index) => ({ id: String(index + 1), host_id })),
  });

test("what a user hosts is the same as all there is would tell, whatever happened before and after the first question", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...HOSTS), { maxLength: 4 }),
      fc.array(step),
      fc.boolean(),
      async (hosts, steps, asksFirst) => {
        const store = createMemoryStore();
        await store.load(world(hosts));
        if (asksFirst) await store.hostedBy("meetings", "anna");
        for (const { id, host } of steps) {
          const stored = await store.get("meetings", id);
          const [template] = world([host ?? "anna"]).meetings;
          const value = host === null || !template ? undefined : { ...template, id };
          await store.commit([{ kind: "meetings", id, expected: stored?.version ?? 0, value }]);
        }
        const all = await store.list("meetings");
        for (const host of HOSTS) {
          const ids = (await store.hostedBy("meetings", host)).map(({ id }) => id).sort();
          expect(ids).toEqual(
            all
              .filter(({ host_id }) => host_id === host)
              .map(({ id }) => id)
              .sort(),
          );
        }
      },
    ),
  );
});

test("a world that is loaded later is asked anew", async () => {
  const store = createMemoryStore();
  await store.load(world(["anna"]));
  expect(await store.hostedBy("meetings", "anna")).toHaveLength(1);
  await store.load(world(["ben", "ben"]));
  expect(await store.hostedBy("meetings", "anna")).toEqual([]);
  expect((await store.hostedBy("meetings", "ben")).map(({ id }) => id)).toEqual(["1", "2"]);
});
