import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startZoomMock, verifyZoomSignature, type WebhookVariant, type ZoomMock } from "../../src/index.js";
import { encryptedTokenOf, signatureOf } from "../../src/webhooks/signature.js";
import { type Arrived, startReceiver } from "../support/webhook-receiver.js";

const NOON = Date.parse("2026-01-31T12:00:00.500Z");
const SECRET = "receivers-secret";

/** What a consumer does with one request: whether it acts on it. Each consumer remembers what it has seen. */
type Consumer = () => (request: Arrived, now: number) => boolean;

const timestampOf = ({ headers }: Arrived) => Number(headers["x-zm-request-timestamp"]) * 1000;
const isSigned = ({ headers, body }: Arrived) =>
  headers["x-zm-signature"] === signatureOf(SECRET, String(headers["x-zm-request-timestamp"]), body);
const once = (keyOf: (request: Arrived) => unknown) => {
  const seen = new Set<unknown>();
  return (request: Arrived) => !seen.has(keyOf(request)) && Boolean(seen.add(keyOf(request)));
};
const MINUTES = 60_000;

const correct: Consumer = () => {
  const isNew = once(({ body }) => createHash("sha256").update(body).digest("hex"));
  return (request, now) => verifyZoomSignature(request, { secretToken: SECRET, now }) && isNew(request);
};

const buggy = {
  signatureUnchecked: () => (request, now) => Math.abs(now - timestampOf(request)) < 5 * MINUTES,
  timestampUnchecked: () => isSigned,
  seenByRequestId: () => {
    const isNew = once(({ headers }) => headers["x-zm-request-id"]);
    return (request, now) => verifyZoomSignature(request, { secretToken: SECRET, now }) && isNew(request);
  },
  seenBySignature: () => {
    const isNew = once(({ headers }) => headers["x-zm-signature"]);
    return (request, now) => verifyZoomSignature(request, { secretToken: SECRET, now }) && isNew(request);
  },
  writesAnew: () => (request, now) =>
    verifyZoomSignature({ ...request, body: JSON.stringify(request.json) }, { secretToken: SECRET, now }),
  noFuture: () => (request, now) => isSigned(request) && now >= timestampOf(request),
  agesByEvent: () => (request, now) => isSigned(request) && now - request.json.event_ts < 5000,
} satisfies Record<string, Consumer>;

let zoom: ZoomMock;
beforeEach(async () => {
  zoom = await startZoomMock({ frozenAt: NOON });
});
afterEach(() => zoom.close());

/** How often each consumer acts on one event that is delivered so. */
async function acts(variant: WebhookVariant | null, consumer: Consumer): Promise<number> {
  const consume = consumer();
  let acted = 0;
  const now = async () => Date.parse((await zoom.clock.get()).now);
  await using receiver = await startReceiver(async (request) => {
    if (!consume(request, await now())) return 401;
    acted += 1;
    return 200;
  });
  await zoom.webhooks.trigger("meeting.started", { ...receiver.endpoint, variant });
  await zoom.clock.advance("10s");
  return acted;
}

describe("a consumer that is correct", () => {
  test.each([
    [null, 1],
    ["wrongSignature", 0],
    ["staleTimestamp", 0],
    ["alteredBody", 0],
    ["replay", 1],
    ["duplicate", 1],
    ["slow", 1],
    ["reordered", 1],
    ["clockAhead", 1],
  ] as const)("acts on variant %s %d times", async (variant, times) => {
    expect(await acts(variant, correct)).toBe(times);
  });
});

describe("a consumer with a bug", () => {
  test.each([
    ["signatureUnchecked", "wrongSignature", 1],
    ["timestampUnchecked", "staleTimestamp", 1],
    ["writesAnew", "alteredBody", 1],
    ["seenByRequestId", "replay", 2],
    ["seenBySignature", "duplicate", 2],
    ["noFuture", "clockAhead", 0],
    ["agesByEvent", "slow", 0],
  ] as const)("%s is found by variant %s: it acts %d times", async (bug, variant, times) => {
    expect(await acts(null, buggy[bug])).toBe(1);
    expect(await acts(variant, buggy[bug])).toBe(times);
  });
});

test("variant reordered sends an event after the next one, which a consumer must order by event_ts", async () => {
  let [byArrival, byTime] = ["", ""];
  let newest = 0;
  await using receiver = await startReceiver(({ json }) => {
    byArrival = json.event;
    if (json.event_ts > newest) byTime = json.event;
    newest = Math.max(newest, json.event_ts);
    return 200;
  });
  await zoom.webhooks.subscribe({ ...receiver.endpoint, variant: "reordered" });
  await zoom.meetings.end("68423085");
  await zoom.clock.advance(1000);
  await zoom.meetings.start("68423085");
  await zoom.clock.advance(0);
  expect(receiver.events().map(({ json }) => json.event)).toEqual(["meeting.started", "meeting.ended"]);
  expect([byArrival, byTime]).toEqual(["meeting.ended", "meeting.started"]);
});

test("variant reordered sends an event ten seconds late when there is no next one", async () => {
  await using receiver = await startReceiver();
  await zoom.webhooks.subscribe({ ...receiver.endpoint, variant: "reordered" });
  await zoom.meetings.end("68423085");
  expect(await zoom.webhooks.waitForDelivery({ status: "pending" })).toMatchObject({ variant: "reordered" });
  expect((await zoom.clock.advance("9s")).ran).toEqual([]);
  expect((await zoom.clock.advance("1s")).ran).toMatchObject([{ task: "deliver", kind: "deliveries" }]);
  expect(receiver.events()).toHaveLength(1);
});

test("a retry is delivered as the variant says, without copies of copies", async () => {
  const answers = [503, 503, 200];
  await using receiver = await startReceiver(() => answers.shift() ?? 500);
  await zoom.webhooks.subscribe({ ...receiver.endpoint, variant: "duplicate" });
  await zoom.meetings.end("68423085");
  await zoom.clock.advance("5m");
  expect(receiver.events()).toHaveLength(3);
});

// The values come from Python's hmac.
test("the signatures are those of the documented algorithm", () => {
  expect(signatureOf("secret", "1658940994", '{"event":"a"}')).toBe(
    "v0=914045de22ce06ea80e406d4edfe04e5fb69bffb0b35bbb0b5a40c09ceb8220d",
  );
  expect(encryptedTokenOf("secret", "token")).toBe("e941110e3d2bfe82621f0e3e1434730d7305d106c5f68c87165d0b27a4611a4a");
});
