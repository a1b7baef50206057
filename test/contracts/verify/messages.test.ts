import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { startZoomMock, type VerifyPactsOptions, verifyPacts } from "../../../src/index.js";
import { equal, webhook } from "../../../src/pact.js";
import { zoomMock } from "../../support/cli.js";
import { docsPage } from "../../support/docs-page.js";
import { temporaryFolder } from "../../support/folder.js";
import { startReceiver } from "../../support/webhook-receiver.js";
import { startFakeBroker } from "./fake-broker.js";
import { ENDED, messageOf, messagePactOf } from "./message.js";
import { NOT_FOUND, pactOf, START } from "./pact.js";

// Every verification starts a program that loads Pact's native library.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const INVENTED = messageOf([["a webinar exists", {}]], webhook("webinar.live_streaming_started"));

test("a message holds when it says what an endpoint is really sent, in the state that it names", async () => {
  const settings = { live_streaming: { custom_live_streaming_settings: { stream_key: equal("my-key") } } };
  const started = webhook("meeting.live_streaming_started", { meetingId: "77", payload: { object: settings } });
  const configured = ["the meeting's live stream is configured", { meetingId: "77", streamKey: "my-key" }] as const;
  expect(await verified(messagePactOf(ENDED(), messageOf([[...configured]], started)))).toMatchObject({
    ok: true,
    passed: 2,
  });
});

test("messages and requests stand in one pact, and each is told of what is wrong with it", async () => {
  const [start, missing] = pactOf([START, NOT_FOUND]).interactions;
  const odd = { ...start, description: "odd", response: { status: 418 } };
  const pact = messagePactOf(ENDED(), odd, ENDED({}, "again"), missing ?? {});
  expect(await verified(pact, { openapi: true })).toMatchObject({
    interactions: [
      { description: "meeting.ended", ok: true, mismatches: [], warnings: [] },
      { description: "odd", ok: false, mismatches: [{ kind: "status" }, { kind: "openapi" }] },
      { description: "meeting.ended, again", ok: true },
      { description: NOT_FOUND.description, ok: true },
    ],
  });
});

describe("a contract whose messages are not what is sent", () => {
  let verification: Awaited<ReturnType<typeof verifyPacts>>;
  const without = { ...ENDED(), providerStates: [] };
  const signed = ENDED({}, "with another header");
  beforeAll(async () => {
    verification = await verified(
      messagePactOf(
        ENDED({ object: { host_email: "a@example.com" } }, "with a member that there is not"),
        ENDED({ object: { id: 77 } }, "with an id of another kind"),
        { ...signed, metadata: { "x-zm-signature": "v1=0" }, matchingRules: { body: signed.matchingRules.body } },
        { ...ENDED(), description: "an end" },
        { ...ENDED(), description: "meeting.started or meeting.ended" },
        { ...without, description: "meeting.ended of nobody knows what" },
        { ...without, description: "meeting.ended of none", providerStates: [{ name: "no meeting exists" }] },
        { ...without, description: "meeting.ended of nowhere", providerStates: [{ name: "a meting exists" }] },
        INVENTED,
      ),
    );
  });

  test("has no message that passes", () => {
    expect(verification).toMatchObject({ ok: false, passed: 0, failed: 9 });
  });

  test.each([
    ["meeting.ended, with a member that there is not", "body", "missing the following keys: host_email"],
    ["meeting.ended, with an id of another kind", "body", "'77' (String) to be equal to 77 (Integer)"],
    ["meeting.ended, with another header", "header", "v1=0"],
    ["an end", "other", "its description names none of Zoom's events. Name one, such as meeting.ended."],
    ["meeting.started or meeting.ended", "other", "its description names meeting.started and meeting.ended."],
    ["meeting.ended of nobody knows what", "other", "have no meetingId. Name a provider state in which it can be done"],
    ["meeting.ended of none", "other", 'answered 404 {"code":3001,'],
    ["meeting.ended of nowhere", "state", "Did you mean a meeting exists?"],
    ["webinar.live_streaming_started", "other", "Zoom has no such event: leave it out, or verify with switch"],
  ])("%s", (description, kind, message) => {
    const found = verification.interactions.find((each) => each.description === description);
    expect(found?.mismatches[0]).toMatchObject({ kind, message: expect.stringContaining(message) });
  });
});

test("the page on verifying shows what the command prints of messages", async () => {
  const started = messageOf([["a meeting exists", {}]], webhook("meeting.live_streaming_started"));
  const ended = webhook("meeting.ended", { payload: { object: { host_email: "host@example.com" } } });
  const board = {
    ...messagePactOf(started, messageOf([["a meeting exists", {}]], ended)),
    consumer: { name: "board" },
  };
  using folder = temporaryFolder({ "board.json": board });
  const { code, stdout } = await zoomMock(["verify", "board.json"], {}, folder.path);
  expect(code).toBe(1);
  expect(docsPage("contracts/verify.md").text).toContain(stdout.split("\n\n")[0]);
});

test("an event that was invented is sent with its switch", async () => {
  const switches = { webinarLiveStreamingEvents: "invented" } as const;
  expect(await verified(messagePactOf(INVENTED), { switches })).toMatchObject({ ok: true, passed: 1 });
});

test("messages of version 3, which name no profile and no headers, are verified too", async () => {
  const message = { description: "a meeting.ended event", providerStates: [{ name: "a meeting exists" }] };
  const messages = [
    { ...message, contents: { event: "meeting.ended" } },
    { ...message, description: "a meeting.ended event with more", contents: { event: "meeting.ended", more: 1 } },
  ];
  const { interactions: _, ...rest } = pactOf([]);
  const pact = { ...rest, messages, metadata: { pactSpecification: { version: "3.0.0" } } };
  expect(await verified(pact)).toMatchObject({ passed: 1, failed: 1, interactions: [{ ok: true }, { ok: false }] });
});

test("what endpoints are sent does not depend on the profile", async () => {
  const { metadata: _, ...pact } = JSON.parse(
    readFileSync("contracts/pacts/webhook-receiver-zoom-livestream.json", "utf8"),
  );
  const metadata = { pactSpecification: { version: "4.0" } };
  expect(await verified({ ...pact, metadata }, { profile: "2025" })).toMatchObject({ ok: true });
});

test("a mock that runs already is left without our endpoint", async () => {
  await using other = await startReceiver();
  const { url, secretToken } = other.endpoint;
  const webhooks = [{ id: "own", url, secret_token: secretToken }];
  await using zoom = await startZoomMock({ controlToken: "s3cret", scenario: { account_id: "a", webhooks } });
  const options = { url: zoom.url, controlToken: "s3cret" };
  expect(await verified(messagePactOf(ENDED()), options)).toMatchObject({ ok: true, passed: 1 });
  expect(await zoom.webhooks.list()).toMatchObject([{ id: "own" }]);
});

test("a broker's messages are verified by their descriptions", async () => {
  await using broker = await startFakeBroker(messagePactOf(ENDED()));
  expect(await verifyPacts({ broker: { url: broker.url } })).toMatchObject({ ok: true, passed: 1 });
});

async function verified(pact: object, options: VerifyPactsOptions = {}) {
  using folder = temporaryFolder({ "acme.json": pact });
  return await verifyPacts({ ...options, pacts: folder.path });
}
