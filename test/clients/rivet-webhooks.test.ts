import type { AddressInfo } from "node:net";
import { HttpReceiver, MeetingsS2SAuthClient } from "@zoom/rivet/meetings";
import { expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";

test("Zoom's official SDK answers our validation, takes our signatures and refuses others", async () => {
  await using zoom = await startZoomMock();
  const secretToken = "sdk-secret";
  const receiver = new HttpReceiver({ webhooksSecretToken: secretToken, port: 0 });
  const client = new MeetingsS2SAuthClient({ clientId: "i", clientSecret: "s", accountId: "a", receiver });
  const { webEventConsumer } = client;
  if (!webEventConsumer) throw new Error("The SDK has no consumer of events.");
  const received: unknown[] = [];
  webEventConsumer.event("meeting.live_streaming_started", ({ payload }) => {
    received.push(payload.object.live_streaming.custom_live_streaming_settings?.stream_key);
  });
  webEventConsumer.event("meeting.ended", ({ payload }) => void received.push(payload.object.id));
  const server = await client.start();
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/zoom/events`;
    await zoom.webhooks.subscribe({ url, secretToken });
    const start = { method: "PATCH", headers: { authorization: "Bearer any", "content-type": "application/json" } };
    await fetch(`${zoom.url}/v2/meetings/68423085/livestream/status`, { ...start, body: '{"action":"start"}' });
    await zoom.meetings.end("68423085");
    await zoom.webhooks.waitForDelivery({ event: "meeting.ended" });
    expect(received).toEqual(["zoom-mock-stream-key", "68423085"]);

    const outcome = async (variant: "wrongSignature" | "staleTimestamp" | "alteredBody") =>
      (await zoom.webhooks.trigger("meeting.ended", { url, secretToken, variant }))[0]?.attempts[0]?.status;
    expect(await outcome("wrongSignature")).toBe(400);
    // It parses the body and writes it anew before it checks the signature, and it does not look at the timestamp's age.
    expect(await outcome("alteredBody")).toBe(200);
    expect(await outcome("staleTimestamp")).toBe(200);
  } finally {
    server.close();
  }
});
