import { readFileSync } from "node:fs";
import { afterAll, expect, test, vi } from "vitest";
import { createZoomMockApp, verifyPacts } from "../../../src/index.js";
import { altered } from "./altered.js";
import { MUTANTS } from "./mutants.js";

vi.setConfig({ testTimeout: 60_000 });

// Both clients' contracts are played in one run.
const PACTS = "contracts/pacts/{json,multipart}-client-zoom-livestream.json";
const INTERACTIONS = ["json", "multipart"].flatMap((client) => {
  const text = readFileSync(`contracts/pacts/${client}-client-zoom-livestream.json`, "utf8");
  return (JSON.parse(text) as { interactions: unknown[] }).interactions;
}).length;

const caught: string[] = [];
afterAll(() => console.log(`Mutants: the shipped contracts caught ${caught.length} of ${MUTANTS.length}.`));

test("the contracts hold for a mock in the same wrapping that alters nothing", async () => {
  await using mock = await altered(createZoomMockApp(), {});
  const { ok, passed } = await verifyPacts({ pacts: PACTS, url: mock.url });
  expect({ ok, passed }).toEqual({ ok: true, passed: INTERACTIONS });
});

test("each of many breakages stands in the table once", () => {
  expect(MUTANTS.length).toBeGreaterThanOrEqual(12);
  expect(new Set(MUTANTS.map(({ breakage }) => breakage)).size).toBe(MUTANTS.length);
});

test.each(MUTANTS)("the contracts are broken when $breakage", async (mutant) => {
  await using mock = await altered(createZoomMockApp(), mutant);
  const { ok, failed, interactions } = await verifyPacts({ pacts: PACTS, url: mock.url });
  if (!ok) caught.push(mutant.breakage);
  expect({ ok, some: failed > 0, all: interactions.length }).toEqual({ ok: false, some: true, all: INTERACTIONS });
});
