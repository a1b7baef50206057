import { expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../src/index.js";
import { startReceiver } from "../support/webhook-receiver.js";

test.each([
  ["the default universe", async (zoom: ZoomMock) => zoom],
  ["a universe of its own", async (zoom: ZoomMock) => zoom.universe()],
])("in %s a retry is sent in its time, although no request comes", async (_title, open) => {
  const answers = [503, 200];
  await using receiver = await startReceiver(() => answers.shift() ?? 500);
  await using server = await startZoomMock();
  const zoom = await open(server);
  await zoom.webhooks.subscribe({ ...receiver.endpoint, validate: false });
  await zoom.meetings.end("68423085");
  await zoom.webhooks.waitForDelivery({ status: "retrying" });
  await zoom.clock.advance("299s");
  await receiver.arrivals(2);
  expect((await zoom.webhooks.waitForDelivery({ event: "meeting.ended" })).attempts).toHaveLength(2);
});

test("a meeting that starts by itself is told of in its time, although no request comes", async () => {
  await using zoom = await startZoomMock({ switches: { scheduledSessions: "start" } });
  const started = new Promise((resolve) => {
    zoom.events.subscribe(({ type, data }) => void (type === "event" && resolve(data)));
  });
  const now = Date.parse((await zoom.clock.get()).now);
  await zoom.meetings.put("5", { status: "waiting", start_time: new Date(now + 1000).toISOString() });
  expect(await started).toMatchObject({ event: "started", id: "5", cause: "clock" });
});
