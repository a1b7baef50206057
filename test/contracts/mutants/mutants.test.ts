import { readFileSync } from "node:fs";
import { afterAll, expect, test, vi } from "vitest";
import { createZoomMockApp, verifyPacts } from "../../../src/index.js";
import { temporaryFolder } from "../../support/folder.js";
import { altered } from "./altered.js";
import { MUTANTS } from "./mutants.js";

vi.setConfig({ testTimeout: 60_000 });

interface Interaction {
  readonly description: string;
  readonly response: { readonly status: number };
}

/** Commands to a live stream whole; of every other operation how it succeeds, and what it says of something unknown. */
const isPlayed = ({ description, response: { status } }: Interaction) =>
  /^\w+LiveStreamStatusUpdate/.test(description) || status < 300 || status === 404;

// Both clients' contracts are played in one run.
const FILES = ["json", "multipart"].map((client) => `${client}-client-zoom-livestream.json`);
const CONTRACTS = FILES.map((file) => {
  const pact = JSON.parse(readFileSync(`contracts/pacts/${file}`, "utf8")) as { interactions: Interaction[] };
  return [file, { ...pact, interactions: pact.interactions.filter(isPlayed) }] as const;
});
const INTERACTIONS = CONTRACTS.flatMap(([, { interactions }]) => interactions).length;
const folder = temporaryFolder(Object.fromEntries(CONTRACTS));
const PACTS = folder.path;
afterAll(() => folder[Symbol.dispose]());

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
