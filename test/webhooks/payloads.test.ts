import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { URL_VALIDATION, WEBHOOK_EVENTS } from "../../src/domain/webhook.js";
import { loadWebhookPayload } from "../../src/fixtures/load-webhook-payloads.js";
import { type Switches, startZoomMock, type ZoomMock } from "../../src/index.js";
import { send } from "../support/commands.js";
import { startReceiver } from "../support/webhook-receiver.js";

const NOON = "2026-01-31T12:00:00.250Z";
const live = (type: "meetings" | "webinars", id: string) => ({
  account_id: "acc",
  users: [{ id: "host", email: "host@example.com" }],
  [type]: [
    {
      id,
      uuid: "abc==",
      topic: "All hands",
      start_time: "2026-01-31T11:59:00Z",
      duration: 45,
      livestream: { stream_url: "rtmp://ingest", stream_key: "k/1=?", page_url: "https://page" },
    },
  ],
});

test("every event has a payload whose file is right, and every file is that of an event", () => {
  const files = readdirSync(new URL("../../fixtures/webhooks/", import.meta.url));
  expect(files.sort()).toEqual([...WEBHOOK_EVENTS, URL_VALIDATION].map((event) => `${event}.json`).sort());
  for (const event of [...WEBHOOK_EVENTS, URL_VALIDATION] as const) loadWebhookPayload(event);
});

test("a file that is wrong is refused with all that is wrong", () => {
  const text = JSON.stringify({
    event: "meeting.ended",
    evidence: "documented",
    source: "somebody",
    body: { event: "meeting.ended", payload: { wrong: "{nothing}" }, event_ts: "{eventTs}" },
  });
  expect(() => loadWebhookPayload("meeting.started", text)).toThrow(
    /it says meeting\.ended, the file's name says meeting\.started[\s\S]*there is no value \{nothing\}/,
  );
});

test("a start is told with the recorded headers, the documented members and the stream key in clear", async () => {
  await using receiver = await startReceiver();
  await using zoom = await startZoomMock({ frozenAt: NOON, scenario: live("meetings", "89000000001") });
  await zoom.webhooks.subscribe({ ...receiver.endpoint, clientId: "my-app" });
  await send(zoom.url, "meetings/89000000001", { action: "start" });
  await zoom.webhooks.waitForDelivery({ event: "meeting.live_streaming_started" });
  const [{ headers, body } = { headers: {}, body: "" }] = receiver.events();
  expect(headers).toMatchObject({
    "content-type": "application/json; charset=utf-8",
    "user-agent": "Zoom Marketplace/1.0a",
    "x-zm-request-timestamp": "1769860800",
    "x-zm-signature": expect.stringMatching(/^v0=[0-9a-f]{64}$/),
    "x-zm-request-id": expect.stringMatching(/^[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}$/),
    "x-zm-trackingid": expect.stringMatching(/^v=2\.0;clid=us02;rid=WEB_[0-9a-f]{32}$/),
    traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-02$/),
    "zm-trace-upstream": "Meeting_Web_marketplace-consumer",
    clientid: "my-app",
  });
  expect(body).toBe(
    '{"event":"meeting.live_streaming_started","payload":{"account_id":"acc","operator":"host@example.com","operator_id":"host",' +
      '"object":{"id":89000000001,"uuid":"abc==","host_id":"host","topic":"All hands","type":2,"start_time":"2026-01-31T11:59:00Z",' +
      '"timezone":"UTC","duration":45,"live_streaming":{"service":"Custom_Live_Streaming_Service",' +
      '"custom_live_streaming_settings":{"stream_url":"rtmp://ingest","stream_key":"k/1=?","page_url":"https://page"},' +
      '"date_time":"2026-01-31T12:00:00Z"}}},"event_ts":1769860800250}',
  );
  expect(JSON.stringify(JSON.parse(body))).toBe(body);
});

test("switch liveStreamingEventId makes its id a string; no digit of a large one is lost", async () => {
  const id = "9223372036854775807";
  const bodies = [];
  for (const liveStreamingEventId of ["number", "string"] as const) {
    await using receiver = await startReceiver();
    await using zoom = await startZoomMock({ switches: { liveStreamingEventId }, scenario: live("meetings", id) });
    await zoom.webhooks.subscribe(receiver.endpoint);
    await send(zoom.url, `meetings/${id}`, { action: "start" });
    await zoom.webhooks.waitForDelivery({ event: "meeting.live_streaming_started" });
    bodies.push(receiver.events()[0]?.body);
  }
  expect(bodies[0]).toContain(`"id":${id},`);
  expect(bodies[1]).toContain(`"id":"${id}",`);
});

test("streams of webinars are told of with switch webinarLiveStreamingEvents only", async () => {
  for (const [webinarLiveStreamingEvents, events] of [
    ["none", ["webinar.ended"]],
    ["invented", ["webinar.live_streaming_started", "webinar.live_streaming_stopped", "webinar.ended"]],
  ] as const) {
    await using receiver = await startReceiver();
    await using zoom = await startZoomMock({
      switches: { webinarLiveStreamingEvents },
      scenario: live("webinars", "7"),
    });
    await zoom.webhooks.subscribe(receiver.endpoint);
    await send(zoom.url, "webinars/7", { action: "start" });
    await zoom.webinars.end("7");
    await zoom.webhooks.waitForDelivery({ event: "webinar.ended" });
    expect(receiver.events().map(({ json }) => json.event)).toEqual(events);
  }
});

test.each([
  ["by its host", (zoom: ZoomMock) => zoom.meetings.end("1")],
  [
    "by the API",
    (zoom: ZoomMock) =>
      fetch(`${zoom.url}/v2/meetings/1/status`, {
        method: "PUT",
        headers: { authorization: "Bearer any", "content-type": "application/json" },
        body: '{"action":"end"}',
      }),
  ],
  ["by its schedule", (zoom: ZoomMock) => zoom.clock.advance("45m")],
])("a meeting that is ended %s while it is live is told of as stopped, then as ended", async (_title, end) => {
  await using receiver = await startReceiver();
  const switches: Partial<Switches> = { scheduledSessions: "startAndEnd" };
  await using zoom = await startZoomMock({
    frozenAt: NOON,
    profile: "2025",
    switches,
    scenario: live("meetings", "1"),
  });
  await zoom.webhooks.subscribe(receiver.endpoint);
  await send(zoom.url, "meetings/1", { action: "start" });
  await end(zoom);
  await zoom.webhooks.waitForDelivery({ event: "meeting.ended" });
  expect(receiver.events().map(({ json }) => json.event)).toEqual([
    "meeting.live_streaming_started",
    "meeting.live_streaming_stopped",
    "meeting.ended",
  ]);
});

test("a life is told of from its creation to its end, the id as a string where it was recorded so", async () => {
  await using receiver = await startReceiver();
  await using zoom = await startZoomMock({ profile: "2025", frozenAt: NOON });
  await zoom.webhooks.subscribe(receiver.endpoint);
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${zoom.url}/v2/${path}`, {
      method,
      headers: { authorization: "Bearer any", accept: "application/json", "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    return response.status === 204 ? undefined : response.json();
  };
  for (const kind of ["meetings", "webinars"] as const) {
    const { id } = (await call("POST", `users/me/${kind}`, { topic: "One" })) as { id: number };
    await call("PATCH", `${kind}/${id}`, { topic: "Two", settings: { host_video: true } });
    await zoom[kind].start(String(id));
    await zoom[kind].end(String(id));
    await call("DELETE", `${kind}/${id}`);
    await zoom.clock.advance(0);
    const told = receiver.events().splice(0);
    receiver.arrived.length = 0;
    const one = kind.slice(0, -1);
    expect(told.map(({ json }) => json.event)).toEqual(
      ["created", "updated", "started", "ended", "deleted"].map((event) => `${one}.${event}`),
    );
    const objects = told.map(({ json }) => json.payload["object"]);
    expect(objects).toMatchObject([{ id, topic: "One" }, { id }, { id: String(id) }, { id: String(id) }, { id }]);
    expect(told[1]?.json.payload).toMatchObject({
      object: { id, topic: "Two", settings: { host_video: true } },
      time_stamp: Date.parse(NOON),
      old_object: { id, topic: "One" },
    });
    expect(objects[3]).toMatchObject({ end_time: "2026-01-31T12:00:00Z", duration: 60 });
  }
});
