import { expect, test } from "vitest";
import { connectZoomMock } from "../../src/index.js";
import { startCli } from "../support/cli.js";
import { startReceiver } from "../support/webhook-receiver.js";

test("--webhook tells an endpoint of all that happens, signed with --webhook-secret", async () => {
  await using receiver = await startReceiver();
  const { url, secretToken } = receiver.endpoint;
  await using mock = await startCli(["--webhook", url, "--webhook-secret", secretToken]);
  const zoom = connectZoomMock(mock.url);
  await zoom.meetings.end("68423085");
  await zoom.webhooks.waitForDelivery({ event: "meeting.ended", webhook: "option-1" });
  // Its answer to a validation is right only where both have the same secret.
  expect(await zoom.webhooks.validate("option-1")).toMatchObject({ status: "enabled" });
});

// On the systems that have it, this address leads to this machine although it does not look like it.
test.skipIf(process.platform === "win32")("--allow-webhook-host lets it tell another host", async () => {
  await using receiver = await startReceiver();
  const url = receiver.endpoint.url.replace("127.0.0.1", "0.0.0.0");
  for (const [flags, status] of [
    [[], "failed"],
    [["--allow-webhook-host", "0.0.0.0"], "delivered"],
  ] as const) {
    await using mock = await startCli(["--webhook", url, ...flags]);
    const zoom = connectZoomMock(mock.url);
    await zoom.meetings.end("68423085");
    expect(await zoom.webhooks.waitForDelivery({ event: "meeting.ended", status })).toMatchObject({ url });
  }
  expect(receiver.events()).toHaveLength(1);
});
