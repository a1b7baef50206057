import { beforeAll, describe, expect, test, vi } from "vitest";
import { createZoomMockApp, startZoomMock, verifyPacts } from "../../../src/index.js";
import { temporaryFolder } from "../../support/folder.js";
import { altered } from "../mutants/altered.js";
import { type InteractionParts, NOT_FOUND, pactOf, START } from "./pact.js";

// Every verification starts a program that loads Pact's native library.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SHIPPED = ["contracts/pacts"];

test("the shipped contracts hold, each against the profile that it names", async () => {
  const verification = await verifyPacts({ pacts: SHIPPED, openapi: true });
  expect(verification).toMatchObject({ ok: true, failed: 0, pending: 0 });
  expect(verification.passed).toBeGreaterThan(50);
});

describe("a contract with every kind of deviation", () => {
  let verification: Awaited<ReturnType<typeof verifyPacts>>;
  beforeAll(async () => {
    verification = await verified(
      START,
      NOT_FOUND,
      { description: "status", response: { status: 200 } },
      { description: "header", response: { status: 204, headers: { "X-Missing": ["1"] } } },
      { ...NOT_FOUND, description: "code", response: { status: 404, content: { code: "3001" } } },
      { description: "no such state", states: [{ name: "a meting exists" }] },
      { description: "no such parameter", states: [{ name: "a meeting exists", params: { id: 1 } }] },
      { description: "pending", response: { status: 200 }, pending: true },
    );
  });

  test("is not ok, and counts what is pending apart", () => {
    expect(verification).toMatchObject({ ok: false, passed: 2, failed: 5, pending: 1 });
  });

  test.each([
    ["status", { kind: "status", expected: 200, actual: 204 }],
    ["header", { kind: "header", path: "X-Missing" }],
    ["code", { kind: "body", path: "$.code" }],
    ["no such state", { kind: "state", message: expect.stringContaining("Did you mean a meeting exists?") }],
    ["no such parameter", { kind: "state", message: expect.stringContaining("has no parameter id") }],
    ["pending", { kind: "status" }],
  ])("tells what is wrong: %s", (description, mismatch) => {
    const interaction = verification.interactions.find((each) => each.description === description);
    expect(interaction).toMatchObject({ consumer: "acme", ok: false, mismatches: [mismatch] });
  });
});

test("a state whose set-up fails breaks the contract", async () => {
  await using mock = await altered(createZoomMockApp(), { stateStatus: 500 });
  using folder = temporaryFolder({ "acme.json": pactOf([START]) });
  const { interactions } = await verifyPacts({ pacts: folder.path, url: mock.url });
  expect(interactions).toMatchObject([{ ok: false, mismatches: [{ kind: "state" }] }]);
});

test("several states of an interaction add up", async () => {
  const both = [{ name: "a meeting exists" }, { name: "the meeting's live stream is live" }];
  const stop = { body: { action: "stop" }, path: "/v2/meetings/68423085/livestream/status", states: both };
  expect(await verified(stop)).toMatchObject({ ok: true });
});

test("a mock that was used before is reset before and after", async () => {
  await using zoom = await startZoomMock({ controlToken: "s3cret", scenario: "empty" });
  await zoom.meetings.put("111");
  using folder = temporaryFolder({ "acme.json": pactOf([{ ...NOT_FOUND, states: [] }]) });
  expect(await verifyPacts({ pacts: folder.path, url: zoom.url, controlToken: "s3cret" })).toMatchObject({ ok: true });
  expect(await zoom.meetings.list()).toEqual([]);
});

test("a mock that is started takes the options of a mock", async () => {
  const refused = {
    states: [{ name: "the meeting's live stream is live", params: { meetingId: "111" } }],
    response: { status: 400, content: { message: "The live stream of this meeting has already started." } },
  };
  using folder = temporaryFolder({ "acme.json": pactOf([refused]) });
  const options = { pacts: folder.path, switches: { startWhileLive: "refuse" as const } };
  expect(await verifyPacts(options)).toMatchObject({ ok: true });
});

async function verified(...interactions: readonly InteractionParts[]) {
  using folder = temporaryFolder({ "acme.json": pactOf(interactions) });
  return await verifyPacts({ pacts: folder.path });
}
