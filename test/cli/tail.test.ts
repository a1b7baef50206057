import { expect, test } from "vitest";
import { tailLine } from "../../src/cli/tail-line.js";
import { type FeedEntry, startZoomMock } from "../../src/index.js";
import { runCli, zoomMock } from "../support/cli.js";
import { send } from "../support/commands.js";
import { startReceiver } from "../support/webhook-receiver.js";

const start = (url: string, id = "68423085") => send(url, `meetings/${id}`, { action: "start" });
const FOLLOWING = /^Following zoom-mock at/m;

test("prints one line for each thing that happens, without colours, and ends on Ctrl-C", async () => {
  await using zoom = await startZoomMock({ frozenAt: "2026-01-31T12:00:00Z" });
  await using tail = runCli(["tail", "--url", zoom.url]);
  await tail.printed(FOLLOWING);
  await start(zoom.url);
  await zoom.clock.advance("5s");
  await zoom.meetings.end("68423085");
  await fetch(`${zoom.url}/nowhere`);
  await zoom.reset();
  await tail.printed(/ reset\n/);
  const { code, stdout, stderr } = await tail.stop("SIGINT");
  expect([code, stderr]).toEqual([0, `Following zoom-mock at ${zoom.url}.\n`]);
  expect(stdout.replace(/nearest it has: .*/, "…").split("\n")).toEqual([
    "12:00:00.000 meeting.live_streaming_started 68423085 (request)",
    "12:00:00.000 PATCH /v2/meetings/68423085/livestream/status → 204 updated (documented) stopped → live",
    "12:00:05.000 clock frozen at 2026-01-31T12:00:05.000Z",
    "12:00:05.000 meeting.live_streaming_stopped 68423085 (control)",
    "12:00:05.000 meeting.ended 68423085 (control)",
    "12:00:05.000 GET /nowhere → 501 refused by zoom-mock: zoom-mock does not implement GET /nowhere. The …",
    "12:00:00.000 reset",
    "",
  ]);
});

test("prints one line for each attempt to deliver a webhook, whatever became of it", async () => {
  const answers = [503, "cut", 200, 404] as const;
  let asked = 0;
  await using receiver = await startReceiver(() => answers[asked++] ?? 500);
  await using zoom = await startZoomMock({ frozenAt: "2026-01-31T12:00:00Z" });
  await zoom.webhooks.put("far", { url: "http://receiver.example/", events: ["meeting.started"] });
  await using tail = runCli(["tail", "--url", zoom.url]);
  await tail.printed(FOLLOWING);
  const { url } = receiver.endpoint;
  await zoom.webhooks.trigger("meeting.ended", { url });
  await zoom.clock.advance("25m");
  await zoom.webhooks.trigger("meeting.created", { url, variant: "staleTimestamp" });
  await zoom.webhooks.trigger("meeting.started");
  await tail.printed(/receiver\.example.*\n/);
  const { stdout } = await tail.stop("SIGINT");
  const lines = stdout.split("\n").filter((line) => line.includes(" POST "));
  expect(lines.map((line) => line.replace(url, "URL").replace(/→ [a-z].* meeting.ended/, "→ … meeting.ended"))).toEqual(
    [
      "12:00:00.000 POST URL → 503 meeting.ended (attempt 1) retrying, again at 2026-01-31T12:05:00.000Z",
      "12:25:00.000 POST URL → … meeting.ended (attempt 2) retrying, again at 2026-01-31T12:25:00.000Z",
      "12:25:00.000 POST URL → 200 meeting.ended (attempt 3) delivered",
      "12:25:00.000 POST URL → 404 meeting.created (attempt 1, staleTimestamp) failed",
      expect.stringMatching(
        /^12:25:00.000 POST http:\/\/receiver.example\/ → not sent meeting.started failed, the mock sends to this machine only/,
      ),
    ],
  );
});

test("--operation and --outcome choose requests, --json prints them whole, --url may name a universe", async () => {
  await using zoom = await startZoomMock();
  const universe = await zoom.universe();
  const wanted = ["--operation", "meetingLiveStreamStatusUpdate", "--outcome", "startThrottled"];
  await using tail = runCli(["tail", "--url", universe.url, "--json", ...wanted]);
  await tail.printed(FOLLOWING);
  for (const url of [zoom.url, zoom.url, universe.url, universe.url]) await start(url);
  await tail.printed(/\}\n/);
  const { stdout } = await tail.stop("SIGTERM");
  const entries = await universe.requests.list({ outcome: "startThrottled" });
  expect(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).data),
  ).toEqual(entries);
});

test("says so when the mock goes away, and exits with 1", async () => {
  const zoom = await startZoomMock();
  await using tail = runCli(["tail"], { ZOOM_MOCK_URL: zoom.url });
  await tail.printed(FOLLOWING);
  await zoom.close();
  const { code, stderr } = await tail.finished;
  expect([code, stderr.split("\n")[1]]).toEqual([
    1,
    `Failed to go on: the zoom-mock at ${zoom.url} went away. With --follow, tail waits for it.`,
  ]);
  const again = await zoomMock(["tail", "--url", zoom.url]);
  expect([again.code, again.stderr]).toEqual([1, expect.stringContaining("Failed to reach zoom-mock at")]);
});

test("--follow waits for a mock, goes on when one is back, and ends on Ctrl-C while it waits", async () => {
  const first = await startZoomMock();
  const { port, url } = first;
  await using tail = runCli(["tail", "--follow", "--url", url]);
  await tail.printed(FOLLOWING);
  await start(url, "404");
  await tail.printed(/meetingDoesNotExist/);
  await first.close();
  await tail.printed(/^Waiting for a zoom-mock at/m);
  const second = await startZoomMock({ port });
  await tail.printed(/not all that happened before this is held any longer/);
  await start(url);
  await tail.printed(/ 204 updated/);
  await second.close();
  await tail.printed(/(Waiting for[\s\S]*){2}/);
  expect((await tail.stop("SIGINT")).code).toBe(0);
});

test.each([
  [["--url", "localhost:4010"], 2, /"localhost:4010" is no URL/],
  [["--follow", "--control-token", "wrong"], 1, /control token/],
])("%j ends at once, because waiting does not help", async (args, expected, message) => {
  await using zoom = await startZoomMock({ controlToken: "right" });
  const { code, stderr } = await zoomMock(["tail", ...args], { ZOOM_MOCK_URL: zoom.url });
  expect([code, stderr]).toEqual([expected, expect.stringMatching(message)]);
});

const clock: FeedEntry = { id: 1, at: "2026-01-31T12:00:00.000Z", type: "clock", data: { mode: "real", now: "now" } };

test("lines have colours where a terminal shows them", () => {
  expect(tailLine(clock, true)).toBe("\u001b[2m12:00:00.000\u001b[0m \u001b[36mclock real at now\u001b[0m");
});

test("what a client sent cannot steer the terminal", () => {
  const entry: FeedEntry = { ...clock, data: { mode: "real", now: "a\u001b[2Jb\nc\u2028d\u009be" } };
  expect(tailLine(entry, false)).toBe("12:00:00.000 clock real at a [2Jb c d e");
});
