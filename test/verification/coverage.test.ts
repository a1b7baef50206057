import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type CoverageReport, connectZoomMock, startZoomMock, type ZoomMock } from "../../src/index.js";
import { zoomMock } from "../support/cli.js";
import { send } from "../support/commands.js";

const answers = ({ operations, common }: CoverageReport) =>
  Object.fromEntries(
    [...operations.flatMap(({ outcomes }) => outcomes), ...common]
      .filter(({ answers }) => answers > 0)
      .map(({ outcome, answers }) => [outcome, answers]),
  );

// One interface, two transports: every test below runs in process and over HTTP.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("a mock used %s", (_title, use) => {
  let started: ZoomMock;
  let zoom: ZoomMock;
  beforeEach(async () => {
    started = await startZoomMock({ profile: "2025", journal: 1 });
    zoom = use(started);
  });
  afterEach(() => started.close());

  test("tells what a tiny run has met and what not", async () => {
    await send(zoom.url, "meetings/68423085", { action: "start", nonsense: 1 });
    await send(zoom.url, "meetings/68423085", { action: "stop" });
    await send(zoom.url, "meetings/68423085", { action: "Start" });
    const report = await zoom.coverage();
    const [operation] = report.operations;
    expect(answers(report)).toEqual({ updated: 2, validationFailed: 1 });
    expect(operation).toMatchObject({
      operation: "meetingLiveStreamStatusUpdate",
      requests: 3,
      encodings: { json: 3 },
      unread: { nonsense: 1 },
    });
    expect(operation?.outcomes).toContainEqual({ outcome: "notStarted", status: 400, code: 4927, answers: 0 });
    expect(report.met).toBe(2);
    expect(report.total).toBe((operation?.outcomes.length ?? 0) + report.common.length);
    expect(report.percent).toBe(Math.floor(2000 / report.total) / 10);
    expect(report.neverCalled).toContain("webinarLiveStreamStatusUpdate");
  });

  test("adds up over resets and universes, and is cleared by itself alone", async () => {
    await send(zoom.url, "meetings/68423085", { action: "stop" });
    await zoom.reset();
    await using universe = await zoom.universe();
    await send(zoom.url, "meetings/68423085", { action: "stop" }, "json", { "x-zoom-mock-universe": universe.id });
    expect(answers(await universe.coverage())).toEqual({ updated: 2 });
    await zoom.clearCoverage();
    expect(await zoom.coverage()).toMatchObject({ percent: 0, met: 0, total: 0, operations: [], common: [] });
  });

  test("answers that were asked for and what the mock refused do not count", async () => {
    await send(zoom.url, "meetings/68423085", { action: "start" }, "json", { prefer: "example=notStarted" });
    await fetch(`${zoom.url}/v2/nowhere`);
    expect((await zoom.coverage()).operations).toEqual([]);
  });

  test("counts an outcome of several operations once, and leaves out what need not be met", async () => {
    await send(zoom.url, "meetings/68423085", { action: "Start" });
    await send(zoom.url, "webinars/68423085", { action: "Start" });
    const report = await zoom.coverage();
    expect(report.common.filter(({ outcome }) => outcome === "validationFailed")).toMatchObject([{ answers: 2 }]);
    const less = await zoom.coverage({ ignore: ["rateLimitPerDay", "missingMeetingId"] });
    expect(less.total).toBe(report.total - 2);
    await expect(zoom.coverage({ ignore: ["rateLimitPerDy"] })).rejects.toThrow(/Did you mean rateLimitPerDay\?/);
  });
});

test("however many fields are sent, few are kept", async () => {
  await using zoom = await startZoomMock();
  for (let sent = 0; sent < 3; sent += 1) {
    const fields = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`f${sent}-${index}`, 1]));
    await send(zoom.url, "meetings/68423085", { action: "stop", ...fields });
  }
  expect(Object.keys((await zoom.coverage()).operations[0]?.unread ?? {}).length).toBeLessThanOrEqual(100);
});

test("the command prints a table, and exits with 1 below the minimum", async () => {
  await using zoom = await startZoomMock();
  const nothing = await zoomMock(["coverage", "--url", zoom.url, "--min", "1"]);
  expect([nothing.code, nothing.stdout]).toEqual([1, expect.stringMatching(/\n0 % of the outcomes: 0 of 0\n/)]);
  await send(zoom.url, "meetings/68423085", { action: "start" });
  const table = await zoomMock(["coverage", "--url", zoom.url]);
  expect([table.code, table.stderr]).toEqual([0, ""]);
  expect(table.stdout).toMatch(/ {2}updated +204 +1\n/);
  expect(table.stdout).toMatch(/Bodies: .*json 1/);
  expect(table.stdout).toMatch(/Your tests never saw 429 startThrottled, /);
  const json = await zoomMock(["coverage", "--json", "--min", "100"], { ZOOM_MOCK_URL: zoom.url });
  expect([json.code, json.stderr]).toEqual([1, expect.stringMatching(/^Failed to reach 100 %: \d/)]);
  expect(JSON.parse(json.stdout)).toEqual(await zoom.coverage());
  const wrong = await zoomMock(["coverage", "--url", zoom.url, "--min", "101"]);
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("Give a number from 0 to 100")]);
});
