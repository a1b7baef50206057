import { expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";
import { zoomMock } from "../support/cli.js";
import { startReceiver } from "../support/webhook-receiver.js";

test("webhook trigger sends one event to an endpoint, of a world of its own", async () => {
  await using receiver = await startReceiver(() => ({ status: 200, body: "thanks" }));
  const { url, secretToken } = receiver.endpoint;
  const { code, stdout } = await zoomMock([
    "webhook",
    "trigger",
    "meeting.started",
    "--url",
    url,
    "--secret",
    secretToken,
  ]);
  expect([code, stdout]).toEqual([0, `meeting.started to ${url}: delivered\n  200 thanks\n`]);
  expect(receiver.events()[0]?.json.event).toBe("meeting.started");
});

test("webhook trigger sends what is late, and ends with 1 when it is refused", async () => {
  await using receiver = await startReceiver(() => 404);
  const { url } = receiver.endpoint;
  const { code, stdout } = await zoomMock(["webhook", "trigger", "meeting.ended", "--url", url, "--variant", "slow"]);
  expect([code, stdout]).toEqual([1, `meeting.ended to ${url}: failed, it answered 404\n  404\n`]);
});

test("webhook trigger tells the subscribers of a mock that runs", async () => {
  await using receiver = await startReceiver();
  await using zoom = await startZoomMock();
  await zoom.webhooks.subscribe(receiver.endpoint);
  const { code } = await zoomMock(["webhook", "trigger", "meeting.ended", "--id", "68423085", "--mock", zoom.url]);
  expect([code, receiver.events().length]).toEqual([0, 1]);
  const nobody = await zoomMock(["webhook", "trigger", "meeting.nothing", "--mock", zoom.url]);
  expect([nobody.code, nobody.stderr]).toEqual([
    1,
    expect.stringContaining("Failed to POST /webhooks/trigger: body.event"),
  ]);
});
