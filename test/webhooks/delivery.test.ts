import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectZoomMock, startZoomMock, verifyZoomSignature, type ZoomMock } from "../../src/index.js";
import { send } from "../support/commands.js";
import { startReceiver } from "../support/webhook-receiver.js";

const MEETING = "68423085";
const NOON = "2026-01-31T12:00:00.250Z";

// One interface, two transports: every test below runs in process and over HTTP.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("webhooks used %s", (_title, use) => {
  let started: ZoomMock;
  let zoom: ZoomMock;
  beforeEach(async () => {
    started = await startZoomMock({ frozenAt: NOON });
    zoom = use(started);
  });
  afterEach(() => started.close());

  const start = () => send(zoom.url, `meetings/${MEETING}`, { action: "start" });
  const stop = () => send(zoom.url, `meetings/${MEETING}`, { action: "stop" });

  test("a start that fails twice with 503 arrives the third time, and the consumer counts it once", async () => {
    await start(); // the validator of answers takes its time at first
    await zoom.reset();
    const began = performance.now();
    const answers = [503, 503, 204];
    const seen = new Set<string>();
    await using receiver = await startReceiver(({ headers }) => {
      const answer = answers.shift() ?? 500;
      if (answer < 300) seen.add(String(headers["x-zm-request-id"]));
      return answer;
    });
    const webhook = await zoom.webhooks.subscribe({
      url: receiver.endpoint.url,
      events: ["meeting.live_streaming_started"],
      secretToken: receiver.endpoint.secretToken,
    });
    await start();
    const first = await zoom.webhooks.waitForDelivery({ webhook: webhook.id, status: "retrying" });
    expect(first).toMatchObject({ next_attempt_at: "2026-01-31T12:05:00.250Z", reason: "it answered 503" });
    const { ran } = await zoom.clock.advance("5m");
    expect(ran).toEqual([{ at: "2026-01-31T12:05:00.250Z", task: "retry", kind: "deliveries", id: String(first.id) }]);
    expect(receiver.events()).toHaveLength(2);
    await zoom.clock.advance("20m");
    const arrived = await zoom.webhooks.waitForDelivery({ event: "meeting.live_streaming_started", object: MEETING });
    expect(arrived.attempts.map(({ status }) => status)).toEqual([503, 503, 204]);
    const requests = receiver.events();
    expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
    expect(new Set(requests.map(({ headers }) => headers["x-zm-request-id"])).size).toBe(1);
    expect(requests.map(({ headers }) => headers["x-zm-request-timestamp"])).toEqual([
      "1769860800",
      "1769861100",
      "1769862300",
    ]);
    for (const [index, now] of [NOON, "2026-01-31T12:05:00Z", "2026-01-31T12:25:00Z"].entries()) {
      const request = requests[index];
      if (!request) throw new Error("It did not arrive.");
      expect(verifyZoomSignature(request, { secretToken: receiver.endpoint.secretToken, now, tolerance: "1s" })).toBe(
        true,
      );
    }
    expect(seen.size).toBe(1);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test("one leap of the clock makes all three retries, after which Zoom gives up", async () => {
    await using receiver = await startReceiver(() => 500);
    await zoom.webhooks.subscribe(receiver.endpoint);
    await start();
    const { ran } = await zoom.clock.advance("2h");
    expect(ran.map(({ at, task }) => [at, task])).toEqual([
      ["2026-01-31T12:05:00.250Z", "retry"],
      ["2026-01-31T12:25:00.250Z", "retry"],
      ["2026-01-31T13:25:00.250Z", "retry"],
    ]);
    const [delivery] = await zoom.webhooks.deliveries({ status: "failed" });
    expect(delivery).toMatchObject({ reason: "it answered 500, also after three retries", next_attempt_at: null });
    expect(receiver.events()).toHaveLength(4);
  });

  test.each([
    ["400", 400, "it answered 400"],
    ["404", 404, "it answered 404"],
    ["429", 429, "it answered 429"],
    ["a redirect, which is not followed", { status: 302, headers: { location: "/elsewhere" } }, "it answered 302"],
    ["201, at first", 201, "it answered 201"],
  ] as const)("%s is never tried again", async (_name, answer, reason) => {
    await using receiver = await startReceiver(() => answer);
    await zoom.webhooks.subscribe(receiver.endpoint);
    await start();
    expect(await zoom.webhooks.waitForDelivery({ status: "failed" })).toMatchObject({ reason });
    expect((await zoom.clock.advance("2h")).ran).toEqual([]);
    expect(receiver.events()).toHaveLength(1);
  });

  test("a connection that is cut is tried again, and any 2xx is then success", async () => {
    const answers = ["cut", 201] as const;
    let asked = 0;
    await using receiver = await startReceiver(() => answers[asked++] ?? 500);
    await zoom.webhooks.subscribe(receiver.endpoint);
    await start();
    await zoom.clock.advance("5m");
    const { attempts } = await zoom.webhooks.waitForDelivery({ event: "meeting.live_streaming_started" });
    expect(attempts).toMatchObject([{ status: null, error: expect.any(String) }, { status: 201 }]);
  });

  test("the log shows request and answer, with the stream key blacked out that was sent in clear", async () => {
    await using receiver = await startReceiver(() => ({ status: 200, body: "thanks" }));
    await zoom.webhooks.subscribe(receiver.endpoint);
    await start();
    const delivery = await zoom.webhooks.waitForDelivery({ event: "meeting.live_streaming_started" });
    expect(delivery).toMatchObject({ url: receiver.endpoint.url, webhook: "webhook-1", variant: null });
    expect(delivery.attempts).toMatchObject([{ at: "2026-01-31T12:00:00.250Z", status: 200, answer: "thanks" }]);
    const [sent] = receiver.events();
    expect(delivery.attempts[0]?.headers["x-zm-signature"]).toBe(sent?.headers["x-zm-signature"]);
    expect(JSON.stringify(sent?.json)).toContain('"stream_key":"zoom-mock-stream-key"');
    expect(JSON.stringify(delivery)).not.toContain("zoom-mock-stream-key");
  });

  test("redeliver sends the same body and request id, signed anew", async () => {
    await using receiver = await startReceiver();
    await zoom.webhooks.subscribe(receiver.endpoint);
    await start();
    const { id } = await zoom.webhooks.waitForDelivery({ event: "meeting.live_streaming_started" });
    await zoom.clock.advance("1h");
    const again = await zoom.webhooks.redeliver(id);
    expect(again.attempts).toHaveLength(2);
    const [one, two] = receiver.events();
    expect(two?.body).toBe(one?.body);
    expect(two?.headers["x-zm-request-id"]).toBe(one?.headers["x-zm-request-id"]);
    expect(two?.headers["x-zm-signature"]).not.toBe(one?.headers["x-zm-signature"]);
    await expect(zoom.webhooks.redeliver(99)).rejects.toThrow(/there is no such delivery/);
  });

  test("trigger tells of what has not happened, to a URL or to those who subscribed", async () => {
    await using receiver = await startReceiver();
    const [one] = await zoom.webhooks.trigger("meeting.ended", { url: receiver.endpoint.url, id: MEETING });
    expect(one).toMatchObject({ status: "delivered", webhook: null, event: "meeting.ended" });
    await expect(zoom.webhooks.trigger("meeting.ended")).rejects.toThrow(/nobody subscribed to it/);
    await zoom.webhooks.subscribe({ ...receiver.endpoint, events: ["webinar.ended"] });
    expect(await zoom.webhooks.trigger("webinar.ended")).toMatchObject([{ status: "delivered", webhook: "webhook-1" }]);
    const [check] = await zoom.webhooks.trigger("endpoint.url_validation", { ...receiver.endpoint, id: "1" });
    expect(check).toMatchObject({ status: "delivered", reason: null });
    expect(receiver.events().map(({ json }) => json.event)).toEqual(["meeting.ended", "webinar.ended"]);
  });

  test("what one URL is told arrives in the order in which it happened", async () => {
    await using receiver = await startReceiver();
    await zoom.webhooks.subscribe(receiver.endpoint);
    await zoom.meetings.end(MEETING);
    await zoom.meetings.start(MEETING);
    await start();
    await stop();
    await zoom.clock.advance(0);
    expect(receiver.events().map(({ json }) => json.event)).toEqual([
      "meeting.ended",
      "meeting.started",
      "meeting.live_streaming_started",
      "meeting.live_streaming_stopped",
    ]);
  });

  test("reset forgets deliveries, retries and subscriptions that the scenario does not have", async () => {
    await using receiver = await startReceiver(() => 503);
    await zoom.webhooks.subscribe(receiver.endpoint);
    await start();
    await zoom.webhooks.waitForDelivery({ status: "retrying" });
    await zoom.reset();
    expect(await zoom.webhooks.list()).toEqual([]);
    expect(await zoom.webhooks.deliveries()).toEqual([]);
    expect((await zoom.clock.advance("100d")).ran).toEqual([]);
    await start();
    expect(receiver.events()).toHaveLength(1);
    await zoom.scenario.put({ account_id: "a", webhooks: [{ id: "kept", url: receiver.endpoint.url }] });
    await zoom.webhooks.delete("kept");
    await zoom.reset();
    expect(await zoom.webhooks.list()).toMatchObject([{ id: "kept", events: ["*"], status: "enabled" }]);
  });

  test("waiting in vain tells what there was", async () => {
    await expect(zoom.webhooks.waitForDelivery({ object: "1" }, { timeout: 10 })).rejects.toThrow(
      /Failed to find a delivery \{"object":"1","status":"delivered"\} within 10: there are none/,
    );
  });

  test("other machines are told nothing unless they are allowed", async () => {
    const url = "http://receiver.example/zoom";
    await expect(zoom.webhooks.subscribe({ url })).rejects.toThrow(/--allow-webhook-host/);
    await zoom.webhooks.put("far", { url });
    await start();
    expect(await zoom.webhooks.waitForDelivery({ status: "failed" })).toMatchObject({
      attempts: [],
      reason: expect.stringContaining("allowWebhookHosts"),
    });
  });
});

test("the events of one universe are no other's", async () => {
  await using server = await startZoomMock();
  await using receiver = await startReceiver();
  const [one, two] = [await server.universe(), await server.universe()];
  await one.webhooks.subscribe(receiver.endpoint);
  await two.meetings.end(MEETING);
  await server.meetings.end(MEETING);
  await one.webinars.end("68423086").catch(() => {});
  await one.meetings.end(MEETING);
  await one.webhooks.waitForDelivery({ event: "meeting.ended" });
  expect(receiver.events().filter(({ json }) => json.event === "meeting.ended")).toHaveLength(1);
  expect(await two.webhooks.deliveries()).toEqual([]);
});

test("an endpoint may call the mock before it answers, also when it is told of what became due", async () => {
  await using zoom = await startZoomMock({ frozenAt: NOON });
  const answers = [503, 200];
  await using receiver = await startReceiver(async () => {
    await zoom.meetings.get(MEETING);
    await fetch(`${zoom.url}/v2/meetings/${MEETING}`, { headers: { authorization: "Bearer any" } });
    return answers.shift() ?? 500;
  });
  await zoom.webhooks.subscribe(receiver.endpoint);
  await zoom.meetings.end(MEETING);
  await zoom.clock.advance("5m");
  expect((await zoom.webhooks.waitForDelivery({ event: "meeting.ended" })).attempts).toHaveLength(2);
});

test("a move of the clock tells all that it brought about, also what another call let happen meanwhile", async () => {
  await using zoom = await startZoomMock({ frozenAt: NOON });
  await using failing = await startReceiver(() => 500);
  let asked = 0;
  await using asking = await startReceiver(async () => {
    asked += 1;
    if (asked > 1) while (failing.events().length < 4) await fetch(`${zoom.url}/__zoom/health`);
    return 503;
  });
  for (const { endpoint } of [failing, asking]) await zoom.webhooks.subscribe(endpoint);
  await zoom.meetings.end(MEETING);
  expect((await zoom.clock.advance("2h")).ran).toHaveLength(6);
});
