import { execFile } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readFileSync, writeFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { connectZoomMock, startZoomMock, type ZoomMock } from "../../src/index.js";
import { send } from "../support/commands.js";
import { temporaryFolder } from "../support/folder.js";
import { NEVER, startReceiver } from "../support/webhook-receiver.js";

const START = { operation: "meetingLiveStreamStatusUpdate" };
const MINUTE = { timeout: 60_000 };

/** Begins to wait, and resolves once the mock has begun too: to what all of it ends with, errors included. */
async function begun(isRemote: boolean, waits: readonly (() => Promise<unknown>)[]) {
  let [missing, arrived] = [isRemote ? waits.length : 0, () => {}];
  const all = new Promise<void>((resolve) => {
    arrived = () => {
      missing -= 1;
      if (missing === 0) resolve();
    };
  });
  subscribe("http.server.request.start", arrived);
  const ended = Promise.all(waits.map((wait) => wait().catch((error: unknown) => error)));
  if (missing > 0) await all;
  unsubscribe("http.server.request.start", arrived);
  // The bodies are read in the same turn.
  await setImmediate();
  return { ended };
}

// One interface, two transports: every test below runs in process and over HTTP.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("whoever waits for a mock used %s", (_title, use) => {
  test("is told when it is closed", async () => {
    const started = await startZoomMock();
    const zoom = use(started);
    const universe = await zoom.universe();
    const waits = await begun(zoom !== started, [
      () => zoom.requests.waitFor(START, MINUTE),
      () => zoom.webhooks.waitForDelivery({}, MINUTE),
      () => universe.requests.waitFor(START, MINUTE),
    ]);
    await started.close();
    for (const error of await waits.ended) {
      expect(error).toMatchObject({
        name: "ZoomMockControlError",
        status: 410,
        message: "Failed to wait: the mock was closed. Let all waits end first.",
      });
    }
  });

  test("is told when its universe is deleted, and others wait on", async () => {
    await using started = await startZoomMock();
    const zoom = use(started);
    const [one, other] = [await zoom.universe(), await zoom.universe()];
    const waits = await begun(
      zoom !== started,
      [one, other].map((universe) => () => universe.requests.waitFor(START, MINUTE)),
    );
    await one.delete();
    await send(other.url, "meetings/68423085", { action: "start" });
    expect(await waits.ended).toMatchObject([
      { status: 410, message: "Failed to wait: universe u1 was deleted or has expired. Let all waits end first." },
      { id: 1, outcome: "updated" },
    ]);
  });
});

test("once it is closed what has come is found, and nothing is waited for", async () => {
  const zoom = await startZoomMock();
  await send(zoom.url, "meetings/68423085", { action: "start" });
  await zoom.close();
  expect(await zoom.requests.waitFor(START)).toMatchObject({ id: 1 });
  await expect(zoom.requests.waitFor({ times: 2 } as never, MINUTE)).rejects.toThrow(/there is no such field/);
  await expect(zoom.webhooks.waitForDelivery({}, MINUTE)).rejects.toThrow(/the mock was closed/);
});

test("an endpoint that has not answered its validation when the mock is closed is not subscribed", async () => {
  await using receiver = await startReceiver(() => NEVER, { validates: false });
  const zoom = await startZoomMock();
  const subscribing = zoom.webhooks.subscribe(receiver.endpoint).catch((error: unknown) => error);
  await receiver.arrivals(1);
  await zoom.close();
  expect(await subscribing).toMatchObject({ status: 409, message: expect.stringContaining(": the mock was closed.") });
});

test("a mock that cannot listen does not send what its state file holds", async () => {
  using folder = temporaryFolder();
  const state = `${folder.path}/state.json`;
  await using receiver = await startReceiver(({ json }) => (json.event === "meeting.ended" ? 503 : 200));
  const first = await startZoomMock({ state });
  await first.webhooks.subscribe({ ...receiver.endpoint, validate: false });
  await first.meetings.end("68423085");
  await first.webhooks.waitForDelivery({ status: "retrying" });
  await first.close();
  const kept = JSON.parse(readFileSync(state, "utf8"));
  writeFileSync(state, JSON.stringify({ ...kept, clock: { ...kept.clock, offset: 600_000 } }));
  await using other = await startZoomMock();
  await expect(startZoomMock({ state, port: other.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  for (let turn = 0; turn < 5; turn += 1) {
    await other.webhooks.trigger("meeting.started", { url: receiver.endpoint.url });
  }
  expect(receiver.events().filter(({ json }) => json.event === "meeting.ended")).toHaveLength(1);
});

/** Closes with waits, a webhook that is not answered, a retry to come, an answer that is late and a planned meeting. */
const PROGRAM = `
import { setImmediate } from "node:timers/promises";
import { startZoomMock } from "zoom-mock";

const [url] = process.argv.slice(1);
const zoom = await startZoomMock();
const waits = [zoom.requests.waitFor({}, { timeout: 240_000 }), zoom.webhooks.waitForDelivery({}, { timeout: "60s" })];
await zoom.webhooks.subscribe({ url: url + "/503", validate: false, events: ["meeting.ended"] });
await zoom.webhooks.subscribe({ url: url + "/silent", validate: false, events: ["meeting.started"] });
await zoom.meetings.put("1", { start_time: new Date(Date.now() + 3_600_000).toISOString() });
await zoom.meetings.end("68423085");
await zoom.webhooks.waitForDelivery({ status: "retrying" });
await zoom.meetings.start("68423085");
await zoom.close();
const ended = await Promise.allSettled(waits);
// A closed handle is gone a turn later.
await setImmediate();
await setImmediate();
const open = process.getActiveResourcesInfo().filter((name) => name !== "PipeWrap" && name !== "TTYWrap");
console.log(ended.map(({ reason }) => reason?.status).join(), open.join());
`;

test("a process that has closed its mock has nothing left to wait for", { timeout: 60_000 }, async () => {
  await using receiver = await startReceiver(({ json }) => (json.event === "meeting.ended" ? 503 : NEVER));
  const cwd = fileURLToPath(new URL("../../", import.meta.url));
  const args = ["--input-type=module", "--eval", PROGRAM, receiver.endpoint.url];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, timeout: 30_000 });
  expect(stdout).toBe("410,410 \n");
});
