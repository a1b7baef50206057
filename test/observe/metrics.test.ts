import { describe, expect, test } from "vitest";
import { connectZoomMock, createZoomMockApp, startZoomMock, type ZoomMock } from "../../src/index.js";
import { send } from "../support/commands.js";
import { samplesIn } from "./prometheus-text.js";

const start = (url: string, id: string, headers = {}) =>
  send(url, `meetings/${id}`, { action: "start" }, "json", headers);

const OPERATION = "operation=meetingLiveStreamStatusUpdate";
const UPDATED = `zoom_mock_requests_total ${OPERATION} outcome=updated status=204`;

describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("metrics %s", (_title, use) => {
  test("count requests by operation, outcome and status, and time them", async () => {
    await using started = await startZoomMock({ metrics: true });
    const zoom = use(started);
    await start(started.url, "68423085");
    await start(started.url, "68423085");
    await start(started.url, "404");
    await fetch(`${started.url}/nowhere`);
    const samples = samplesIn(await zoom.metrics());
    expect(Object.fromEntries(samples)).toMatchObject({
      [UPDATED]: 1,
      [`zoom_mock_requests_total ${OPERATION} outcome=startThrottled status=429`]: 1,
      [`zoom_mock_requests_total ${OPERATION} outcome=meetingDoesNotExist status=404`]: 1,
      "zoom_mock_requests_total operation=none outcome=refused status=501": 1,
      [`zoom_mock_request_duration_seconds_count ${OPERATION}`]: 3,
      [`zoom_mock_request_duration_seconds_bucket le=+Inf ${OPERATION}`]: 3,
    });
    const seconds = samples.get(`zoom_mock_request_duration_seconds_sum ${OPERATION}`) ?? 0;
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(30);
  });

  test("tell what there is now, over all universes and without a label for each", async () => {
    await using started = await startZoomMock({ journal: 1 });
    const zoom = use(started);
    const universe = await zoom.universe();
    await start(started.url, "68423085");
    await start(universe.url, "68423085");
    await start(universe.url, "404");
    const text = await zoom.metrics();
    expect(Object.fromEntries(samplesIn(text))).toMatchObject({
      "zoom_mock_info profile=2021 version=0.1.0": 1,
      "zoom_mock_live_streams kind=meetings": 2,
      "zoom_mock_live_streams kind=webinars": 0,
      zoom_mock_universes: 1,
      zoom_mock_journal_dropped_requests: 1,
    });
    expect(text).not.toContain(universe.id);
    await universe.delete();
    await zoom.reset();
    expect(samplesIn(await zoom.metrics()).get("zoom_mock_live_streams kind=meetings")).toBe(0);
  });

  test("count nothing before they are asked for, and go on over a reset", async () => {
    await using started = await startZoomMock();
    const zoom = use(started);
    await start(started.url, "68423085");
    expect(samplesIn(await zoom.metrics()).get(UPDATED)).toBeUndefined();
    await zoom.reset();
    await start(started.url, "68423085");
    await zoom.reset();
    expect(samplesIn(await zoom.metrics()).get(UPDATED)).toBe(1);
  });
});

test("are text as Prometheus takes it, and the same below a universe", async () => {
  await using zoom = await startZoomMock({ metrics: true });
  const universe = await zoom.universe();
  await start(zoom.url, "68423085");
  for (const url of [zoom.url, universe.url]) {
    const response = await fetch(`${url}/__zoom/metrics`);
    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(samplesIn(await response.text()).get(UPDATED)).toBe(1);
  }
});

test("mocks in one process do not count for each other", async () => {
  await using one = await startZoomMock({ metrics: true });
  await using other = await startZoomMock({ metrics: true });
  await start(one.url, "68423085");
  expect(samplesIn(await one.metrics()).get(UPDATED)).toBe(1);
  expect(samplesIn(await other.metrics()).get(UPDATED)).toBeUndefined();
});

test("are there for an app without a server, from its first moment", async () => {
  const app = createZoomMockApp({ metrics: true });
  expect(samplesIn(await app.zoom.metrics()).get("zoom_mock_universes")).toBe(0);
});
