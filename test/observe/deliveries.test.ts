import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectZoomMock, type DeliveryEntry, startZoomMock, type ZoomMock } from "../../src/index.js";
import { type EndpointAnswer, startReceiver } from "../support/webhook-receiver.js";
import { collector } from "./collector.js";
import { samplesIn } from "./prometheus-text.js";

const MEETING = "68423085";
const NOON = "2026-01-31T12:00:00.000Z";

/** An endpoint that answers so, one answer after the other. */
const answering = (...answers: EndpointAnswer[]) => startReceiver(() => answers.shift() ?? 500);

// One interface, two transports: every test below runs in process and over HTTP.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("a subscription %s", (_title, use) => {
  let started: ZoomMock;
  let zoom: ZoomMock;
  let seen: (count: number) => Promise<readonly DeliveryEntry[]>;
  beforeEach(async () => {
    started = await startZoomMock({ frozenAt: NOON });
    zoom = use(started);
    const deliveries = collector();
    await zoom.events.subscribe((entry) => entry.type === "delivery" && deliveries.listener(entry));
    seen = async (count) => (await deliveries.seen(count)).map(({ data }) => data as DeliveryEntry);
  });
  afterEach(() => started.close());

  test("tells of each attempt with its answer, and whether and when there is another", async () => {
    await using receiver = await answering(503, "cut", 204);
    const { url } = receiver.endpoint;
    await zoom.webhooks.subscribe({ url, events: ["meeting.ended"], validate: false });
    await zoom.meetings.end(MEETING);
    await zoom.clock.advance("25m");
    const common = { delivery: 1, event: "meeting.ended", webhook: "webhook-1", url, variant: null };
    const error = expect.stringMatching(/./);
    expect(await seen(3)).toEqual([
      {
        ...{ ...common, attempt: 1, status: 503, error: null, result: "retrying", reason: "it answered 503" },
        next_attempt_at: "2026-01-31T12:05:00.000Z",
      },
      {
        ...{ ...common, attempt: 2, status: null, error, result: "retrying", reason: error },
        next_attempt_at: "2026-01-31T12:25:00.000Z",
      },
      {
        ...{ ...common, attempt: 3, status: 204, error: null, result: "delivered", reason: null },
        next_attempt_at: null,
      },
    ]);
  });

  test("tells of a validation that failed, and of what must not be sent", async () => {
    await using receiver = await startReceiver(() => 200, { validates: false });
    await zoom.webhooks.subscribe(receiver.endpoint).catch(() => {});
    await zoom.webhooks.put("far", { url: "http://receiver.example/zoom" });
    await zoom.meetings.end(MEETING);
    expect(await seen(2)).toMatchObject([
      {
        event: "endpoint.url_validation",
        attempt: 1,
        status: 200,
        result: "failed",
        reason: expect.stringMatching(/JSON with plainToken/),
      },
      {
        event: "meeting.ended",
        attempt: 0,
        status: null,
        error: null,
        result: "failed",
        reason: expect.stringMatching(/allow the host|allowWebhookHosts/),
      },
    ]);
  });

  test("tells of the copies that a variant sends, each with its own answer", async () => {
    await using receiver = await answering(200, 409);
    await zoom.webhooks.trigger("meeting.ended", { ...receiver.endpoint, variant: "duplicate" });
    expect(await seen(2)).toMatchObject([
      { webhook: null, variant: "duplicate", attempt: 1, status: 200, result: "delivered" },
      { webhook: null, variant: "duplicate", attempt: 2, status: 409, result: "delivered" },
    ]);
  });

  test("tells no secret of a URL, of its subscription or of the body", async () => {
    await using receiver = await answering(200);
    const secret = "hidden";
    const url = `${receiver.endpoint.url}?token=${secret}&tenant=7`;
    await zoom.webhooks.subscribe({ url, secretToken: secret, validate: false });
    await zoom.webhooks.subscribe({ url: `http://user:${secret}@127.0.0.1:9/zoom`, validate: false });
    await zoom.webhooks.put("far", { url: `http://receiver.example/zoom?secret=${secret}` });
    await zoom.webhooks.trigger("meeting.live_streaming_started");
    const text = JSON.stringify(await seen(3));
    expect(text).toContain("?token=[redacted]&tenant=7");
    expect(text).not.toContain(secret);
    expect(text).not.toContain("zoom-mock-stream-key");
  });

  test("tells nothing of a world that was replaced meanwhile", async () => {
    let answer = () => {};
    const held = new Promise<number>((resolve) => {
      answer = () => resolve(200);
    });
    const [slow, quick] = [await startReceiver(() => held), await answering(200)];
    await zoom.webhooks.subscribe({ url: slow.endpoint.url, validate: false });
    await zoom.meetings.end(MEETING);
    await zoom.reset();
    await zoom.webhooks.trigger("meeting.started", quick.endpoint);
    expect(await seen(1)).toMatchObject([{ delivery: 1, event: "meeting.started" }]);
    answer();
    await Promise.all([slow[Symbol.asyncDispose](), quick[Symbol.asyncDispose]()]);
  });
});

describe.each([
  ["from the start", { metrics: true }, 1],
  ["only once they are asked for", {}, 0],
])("metrics that count %s", (_title, options, before) => {
  test("count webhooks by event and result, a delivery with its copies once", async () => {
    await using zoom = await startZoomMock({ ...options, frozenAt: NOON });
    const count = async (event: string, result: string) =>
      samplesIn(await zoom.metrics()).get(`zoom_mock_webhook_deliveries_total event=${event} result=${result}`) ?? 0;
    await using receiver = await answering(200, 200, 503, 200, 404);
    await zoom.webhooks.trigger("meeting.ended", { ...receiver.endpoint, variant: "replay" });
    expect(await count("meeting.ended", "delivered")).toBe(before);
    await zoom.webhooks.trigger("meeting.started", receiver.endpoint);
    await zoom.clock.advance("5m");
    await zoom.webhooks.trigger("meeting.ended", receiver.endpoint);
    await zoom.webhooks.trigger("endpoint.url_validation", receiver.endpoint);
    await zoom.reset();
    expect([await count("meeting.started", "retrying"), await count("meeting.started", "delivered")]).toEqual([1, 1]);
    expect(await count("meeting.ended", "failed")).toBe(1);
    expect(await count("endpoint.url_validation", "delivered")).toBe(1);
  });
});
