import { readFileSync } from "node:fs";
import { afterAll, expect, test, vi } from "vitest";
import { createZoomMockApp, verifyPacts } from "../../../src/index.js";
import { temporaryFolder } from "../../support/folder.js";
import { altered } from "./altered.js";
import { WEBHOOK_MUTANTS } from "./webhook-mutants.js";

vi.setConfig({ testTimeout: 60_000 });

const FILE = "webhook-receiver-zoom-livestream.json";
const PACT = JSON.parse(readFileSync(`contracts/pacts/${FILE}`, "utf8"));
// Webinars are told of as meetings are.
const INTERACTIONS = PACT.interactions.filter(
  ({ description }: { description: string }) => !/^webinar/.test(description),
);
const folder = temporaryFolder({ [FILE]: { ...PACT, interactions: INTERACTIONS } });
afterAll(() => folder[Symbol.dispose]());

test("the contract of webhooks holds for a mock in the same wrapping that alters nothing", async () => {
  await using mock = await altered(createZoomMockApp(), { webhook: () => {} });
  const { ok, passed } = await verifyPacts({ pacts: folder.path, url: mock.url });
  expect({ ok, passed }).toEqual({ ok: true, passed: INTERACTIONS.length });
});

test.each(WEBHOOK_MUTANTS)("the contract of webhooks is broken when $breakage", async (mutant) => {
  await using mock = await altered(createZoomMockApp(), mutant);
  const { ok, interactions } = await verifyPacts({ pacts: folder.path, url: mock.url });
  expect({ ok, all: interactions.length }).toEqual({ ok: false, all: INTERACTIONS.length });
});
