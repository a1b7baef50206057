import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";
import { temporaryFolder } from "../support/folder.js";
import { NEVER, startReceiver } from "../support/webhook-receiver.js";

const NOON = "2026-01-31T12:00:00Z";
const MEETING = "68423085";

test("retries that are open go on after the next start, with the same body and request id", async () => {
  using folder = temporaryFolder();
  const state = `${folder.path}/state.json`;
  const answers = [204, 503, 503, 200];
  await using receiver = await startReceiver(() => answers.shift() ?? 200);
  const first = await startZoomMock({ state, frozenAt: NOON });
  await first.webhooks.subscribe(receiver.endpoint);
  await first.meetings.end(MEETING);
  await first.meetings.start(MEETING);
  const before = await first.webhooks.waitForDelivery({ status: "retrying" });
  await first.close();

  const second = await startZoomMock({ state });
  expect(await second.webhooks.deliveries()).toEqual([before]);
  expect((await second.clock.advance("5m")).ran).toMatchObject([{ task: "retry", id: before.id.toString() }]);
  await second.close();

  await using third = await startZoomMock({ state });
  await third.clock.advance("20m");
  expect(await third.webhooks.deliveries()).toMatchObject([
    {
      id: before.id,
      event: "meeting.started",
      status: "delivered",
      attempts: [{ status: 503 }, { status: 503 }, { status: 200 }],
    },
  ]);
  const [, one, two, three] = receiver.events();
  for (const later of [two, three]) {
    expect(later?.body).toBe(one?.body);
    expect(later?.headers["x-zm-request-id"]).toBe(one?.headers["x-zm-request-id"]);
  }
  await third.meetings.end(MEETING);
  expect((await third.webhooks.waitForDelivery({ event: "meeting.ended" })).id).toBe(before.id + 1);
});

test("what was on its way when the mock ended is sent again, and the stream key with it", async () => {
  using folder = temporaryFolder();
  const state = `${folder.path}/state.json`;
  await using receiver = await startReceiver(() => (receiver.events().length === 1 ? NEVER : 200));
  const first = await startZoomMock({ state });
  await first.webhooks.subscribe({ ...receiver.endpoint, validate: false });
  const start = { method: "PATCH", headers: { authorization: "Bearer any", "content-type": "application/json" } };
  await fetch(`${first.url}/v2/meetings/${MEETING}/livestream/status`, { ...start, body: '{"action":"start"}' });
  await receiver.arrivals(1);
  await first.close();

  await using second = await startZoomMock({ state });
  await second.webhooks.waitForDelivery({ event: "meeting.live_streaming_started" });
  const [one, two] = receiver.events();
  expect(two?.body).toContain("zoom-mock-stream-key");
  expect(two?.body).toBe(one?.body);
  await second.reset();
  await second.close();
  expect(JSON.parse(readFileSync(state, "utf8")).deliveries).toEqual([]);
});

test("a file whose webhooks cannot be sent is refused", async () => {
  using folder = temporaryFolder();
  const state = `${folder.path}/state.json`;
  await using receiver = await startReceiver(() => 503);
  const first = await startZoomMock({ state });
  await first.webhooks.subscribe(receiver.endpoint);
  await first.meetings.end(MEETING);
  await first.webhooks.waitForDelivery({ status: "retrying" });
  await first.close();
  writeFileSync(state, readFileSync(state, "utf8").replace(/"body": ".*"/, '"body": "{"'));
  await expect(startZoomMock({ state })).rejects.toThrow(/deliveries\.0\.body: it is not the text of a JSON document/);
});
