import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WEBHOOK_VARIANTS } from "../../src/domain/webhook.js";
import { type CoverageReport, connectZoomMock, startZoomMock, type ZoomMock } from "../../src/index.js";
import { zoomMock } from "../support/cli.js";
import { send } from "../support/commands.js";
import { type EndpointAnswer, startReceiver } from "../support/webhook-receiver.js";

const MEETING = "68423085";
const STARTED = "meeting.live_streaming_started";

const met = ({ webhooks: { events, circumstances } }: CoverageReport) =>
  Object.fromEntries(Object.entries({ ...events, ...circumstances }).filter(([, count]) => count > 0));

/** An endpoint that answers so, one answer after the other. */
const answering = (...answers: EndpointAnswer[]) => startReceiver(() => answers.shift() ?? 500);

// One interface, two transports: every test below runs in process and over HTTP.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("a mock used %s", (_title, use) => {
  let started: ZoomMock;
  let zoom: ZoomMock;
  beforeEach(async () => {
    started = await startZoomMock({ frozenAt: "2026-01-31T12:00:00Z" });
    zoom = use(started);
  });
  afterEach(() => started.close());

  const trigger = (receiver: { readonly endpoint: { readonly url: string } }, options = {}) =>
    zoom.webhooks.trigger("meeting.started", { ...receiver.endpoint, ...options });

  test("tells which events an endpoint has accepted, and which never", async () => {
    await using receiver = await answering(204, 404, 200);
    await zoom.webhooks.subscribe({ ...receiver.endpoint, validate: false });
    await send(zoom.url, `meetings/${MEETING}`, { action: "start" });
    await send(zoom.url, `meetings/${MEETING}`, { action: "stop" });
    await zoom.meetings.end(MEETING);
    await zoom.clock.advance(0);
    const { webhooks } = await zoom.coverage();
    expect(webhooks.events).toMatchObject({ [STARTED]: 1, "meeting.ended": 1 });
    expect(webhooks.events).toMatchObject({ "meeting.live_streaming_stopped": 0, "webinar.ended": 0 });
    expect(webhooks).toMatchObject({ met: 2, total: 22, percent: 9 });
  });

  test("a retried webhook is one that is accepted after it was sent in vain", async () => {
    await using receiver = await answering(503, 200);
    await trigger(receiver);
    expect(met(await zoom.coverage())).toEqual({});
    await zoom.clock.advance("5m");
    expect(met(await zoom.coverage())).toEqual({ "meeting.started": 1, retry: 1 });
  });

  test("what is redelivered is met like a retry", async () => {
    await using receiver = await answering(200, 200);
    const [delivery] = await trigger(receiver);
    await zoom.webhooks.redeliver(delivery?.id ?? 0);
    expect(met(await zoom.coverage())).toEqual({ "meeting.started": 2, retry: 1 });
  });

  test.each(WEBHOOK_VARIANTS)(
    "variant %s is met whatever the endpoint answers, and its retry is no second one",
    async (variant) => {
      await using receiver = await answering(503, 401, 401);
      await trigger(receiver, { variant });
      await zoom.clock.advance("10s");
      await zoom.clock.advance("5m");
      expect(met(await zoom.coverage())).toEqual({ [variant]: 1 });
    },
  );

  test("what nobody answered is not met", async () => {
    await using receiver = await answering("cut");
    await trigger(receiver, { variant: "wrongSignature" });
    expect(met(await zoom.coverage())).toEqual({});
  });

  test("a URL validation is met when it is answered as Zoom asks for", async () => {
    await using wrong = await startReceiver(() => 200, { validates: false });
    await expect(zoom.webhooks.subscribe(wrong.endpoint)).rejects.toThrow(/Failed to validate/);
    expect(met(await zoom.coverage())).toEqual({});
    await using right = await startReceiver();
    await zoom.webhooks.subscribe(right.endpoint);
    expect(met(await zoom.coverage())).toEqual({ urlValidation: 1 });
  });

  test("adds up over resets and universes, and is cleared with the rest", async () => {
    await using receiver = await answering(200, 200);
    await trigger(receiver);
    await zoom.reset();
    await using universe = await zoom.universe();
    await universe.webhooks.trigger("meeting.started", receiver.endpoint);
    expect(met(await zoom.coverage())).toEqual({ "meeting.started": 2 });
    await zoom.clearCoverage();
    expect(met(await zoom.coverage())).toEqual({});
  });

  test("leaves out what need not be met", async () => {
    const { webhooks } = await zoom.coverage({ ignore: ["webinar.ended", "retry", "slow"] });
    expect(webhooks.total).toBe((await zoom.coverage()).webhooks.total - 3);
    expect({ ...webhooks.events, ...webhooks.circumstances }).not.toHaveProperty("retry");
    await expect(zoom.coverage({ ignore: ["webinar.endet"] })).rejects.toThrow(
      /there is no such outcome, webhook or fault\. Did you mean webinar\.ended\?/,
    );
  });
});

test("the live-streaming events of webinars are there to be met where the mock sends them, or once they were", async () => {
  await using zoom = await startZoomMock();
  await using inventive = await startZoomMock({ switches: { webinarLiveStreamingEvents: "invented" } });
  await using receiver = await answering(200);
  const event = "webinar.live_streaming_started";
  expect((await zoom.coverage()).webhooks.events).not.toHaveProperty([event]);
  expect((await inventive.coverage()).webhooks.events).toHaveProperty([event], 0);
  await zoom.webhooks.trigger(event, receiver.endpoint);
  expect((await zoom.coverage()).webhooks.events).toHaveProperty([event], 1);
});

test("the command tells of webhooks in words, and has a threshold of their own", async () => {
  await using zoom = await startZoomMock();
  const coverage = (...args: string[]) => zoomMock(["coverage", "--url", zoom.url, ...args]);
  const nothing = await coverage();
  expect(nothing.stdout).toMatch(/\nWebhooks never met: meeting\.live_streaming_started, .*, clockAhead\n/);
  expect(nothing.stdout).toContain("\nYour tests never saw any webhook, any fault.\n");
  await using receiver = await answering(200);
  await zoom.webhooks.trigger("meeting.started", { ...receiver.endpoint, variant: "slow" });
  await zoom.webhooks.trigger("meeting.started", receiver.endpoint);
  const { code, stdout } = await coverage("--min-webhooks", "4.5");
  expect(code).toBe(0);
  expect(stdout).toMatch(/\n {2}meeting\.started {17}1\n {2}meeting\.ended {19}never\n/);
  expect(stdout).toMatch(/Your tests never saw .*, webinar\.ended, a retried webhook, a URL validation, variant \w+, /);
  expect(stdout).toContain("\n4.5 % of the webhooks: 1 of 22\n");
  const [tooFew, asJson] = [await coverage("--min-webhooks", "50"), await coverage("--json")];
  expect([tooFew.code, tooFew.stderr]).toEqual([
    1,
    expect.stringMatching(/^Failed to reach 50 %: 4.5 % of the webhooks/),
  ]);
  expect(JSON.parse(asJson.stdout)).toEqual(await zoom.coverage());
});
