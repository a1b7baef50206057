import { expect, onTestFinished, test, vi } from "vitest";
import { startZoomMock } from "../../src/index.js";
import { NEVER, startReceiver } from "../support/webhook-receiver.js";

const NOON = "2026-01-31T12:00:00Z";

test("an endpoint is validated, with a signed request, before it is subscribed", async () => {
  await using zoom = await startZoomMock({ frozenAt: NOON });
  await using receiver = await startReceiver();
  const webhook = await zoom.webhooks.subscribe(receiver.endpoint);
  expect(webhook).toMatchObject({ id: "webhook-1", events: ["*"], status: "enabled", validation_failures: 0 });
  const [request] = receiver.arrived;
  expect(request?.json).toEqual({
    event: "endpoint.url_validation",
    payload: { plainToken: expect.stringMatching(/^\w{22}$/) },
    event_ts: Date.parse(NOON),
  });
  expect(request?.headers["x-zm-signature"]).toMatch(/^v0=[0-9a-f]{64}$/);
});

test.each([
  ["another secret token", { secretToken: "another" }, 200, /its encryptedToken is not HMAC-SHA256/],
  ["no JSON", { validates: false }, { status: 200, body: "ok" }, /its answer is not JSON with plainToken/],
  ["an empty 204", { validates: false }, 204, /its answer is not JSON with plainToken/],
  ["another token", { validates: false }, { status: 200, body: "{}" }, /does not repeat the plainToken/],
  ["404", { validates: false }, 404, /it answered 404 instead of 200/],
  ["nothing", { validates: false }, "cut", /Failed to validate http:\S+: /],
] as const)("an endpoint that answers %s is not subscribed", async (_name, options, answer, reason) => {
  await using zoom = await startZoomMock();
  await using receiver = await startReceiver(() => answer, options);
  const { url } = receiver.endpoint;
  await expect(zoom.webhooks.subscribe({ url, secretToken: "receivers-secret" })).rejects.toThrow(reason);
  expect(await zoom.webhooks.list()).toEqual([]);
  await zoom.webhooks.subscribe({ url, validate: false });
  expect(await zoom.webhooks.list()).toHaveLength(1);
});

test("an endpoint that takes longer than three seconds has not answered, and is not subscribed", async () => {
  // As if the three seconds were over at once.
  const timeout = vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort(new Error("late")));
  onTestFinished(() => timeout.mockRestore());
  await using zoom = await startZoomMock();
  await using receiver = await startReceiver(() => NEVER, { validates: false });
  await expect(zoom.webhooks.subscribe(receiver.endpoint)).rejects.toThrow(/it did not answer within 3 seconds/);
  expect(timeout).toHaveBeenCalledWith(3000);
  await zoom.webhooks.subscribe({ ...receiver.endpoint, validate: false });
  await zoom.meetings.end("68423085");
  expect(await zoom.webhooks.waitForDelivery({ status: "retrying" })).toMatchObject({
    attempts: [{ status: null, error: "it did not answer within 3 seconds" }],
  });
});

test("validated again every 72 hours, it is disabled after six failures in a row and enabled by a success", async () => {
  await using zoom = await startZoomMock({ frozenAt: NOON });
  let isUp = true;
  await using receiver = await startReceiver(() => (isUp ? 200 : 500));
  const broken = await startReceiver(() => 500, { validates: false });
  const { id } = await zoom.webhooks.subscribe(receiver.endpoint);
  expect((await zoom.clock.advance("72h")).ran).toEqual([
    { at: "2026-02-03T12:00:00.000Z", task: "validate", kind: "webhooks", id },
  ]);
  await zoom.webhooks.put(id, { url: broken.endpoint.url, secret_token: receiver.endpoint.secretToken });
  isUp = false;
  const failures = async () => (await zoom.webhooks.get(id)).validation_failures;
  for (const expected of [1, 2, 3, 4, 5]) {
    await zoom.clock.advance("72h");
    expect([await failures(), (await zoom.webhooks.get(id)).status]).toEqual([expected, "enabled"]);
  }
  await zoom.clock.advance("72h");
  expect(await zoom.webhooks.get(id)).toMatchObject({ validation_failures: 6, status: "disabled" });
  expect((await zoom.clock.advance("300d")).ran).toEqual([]);
  await zoom.meetings.end("68423085");
  expect(await zoom.webhooks.deliveries({ event: "meeting.ended" })).toEqual([]);
  await expect(zoom.webhooks.validate(id)).rejects.toThrow(/it answered 500 instead of 200/);
  await broken[Symbol.asyncDispose]();
  await zoom.webhooks.put(id, { ...(await zoom.webhooks.get(id)), url: receiver.endpoint.url });
  expect(await zoom.webhooks.validate(id)).toMatchObject({ status: "enabled", validation_failures: 0 });
});

test("a leap of years validates once where the endpoint answers", async () => {
  await using zoom = await startZoomMock({ frozenAt: NOON });
  await using receiver = await startReceiver();
  await zoom.webhooks.subscribe(receiver.endpoint);
  expect((await zoom.clock.set("2900-01-01T00:00:00Z")).ran).toHaveLength(1);
  expect((await zoom.clock.advance("72h")).ran).toHaveLength(1);
});

test("subscriptions of a scenario and of the options count as validated, and come back with a reset", async () => {
  await using receiver = await startReceiver();
  const { url, secretToken } = receiver.endpoint;
  await using zoom = await startZoomMock({
    frozenAt: NOON,
    scenario: { account_id: "a", meetings: [{ id: "1" }], webhooks: [{ id: "own", url, secret_token: secretToken }] },
    webhooks: [{ url, secretToken, events: ["meeting.ended"] }],
  });
  await zoom.webhooks.delete("own");
  await zoom.reset();
  expect((await zoom.webhooks.list()).map(({ id }) => id)).toEqual(["own", "option-1"]);
  await zoom.meetings.end("1");
  await zoom.clock.advance(0);
  expect(receiver.arrived.map(({ json }) => json.event)).toEqual(["meeting.ended", "meeting.ended"]);
  expect((await zoom.clock.advance("72h")).ran).toHaveLength(2);
});
