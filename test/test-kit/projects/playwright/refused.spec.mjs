import { test as playwrightTest } from "@playwright/test";
import { expect, test, withZoomMock } from "zoom-mock/playwright";

const send = (request, zoom, data) =>
  request.patch(`${zoom.url}/v2/meetings/68423085/livestream/status`, {
    headers: { authorization: "Bearer any", "content-type": "application/json" },
    data: Buffer.from(data),
  });

test("fails", async ({ request, zoom }) => {
  await send(request, zoom, JSON.stringify({ action: "stop" }));
  expect((await send(request, zoom, "action=start")).status()).toBe(204);
});

test("passes with a refusal", async ({ request, zoom }) => {
  expect((await send(request, zoom, "{}")).status()).toBe(400);
});

test("passes without the fault that it planned", async ({ request, zoom }) => {
  await zoom.faults.plan({ outcome: "startThrottled", times: 2 });
  expect((await send(request, zoom, "{}")).status()).toBe(429);
});

test("knows what was received", async ({ request, zoom }) => {
  await expect(zoom).not.toHaveReceived();
  await send(request, zoom, JSON.stringify({ action: "Start" }));
  await expect(zoom).toHaveReceivedInOrder([{ outcome: "validationFailed" }]);
  await expect(zoom).toHaveReceived({ body: { action: "start" } });
});

const own = withZoomMock(playwrightTest.extend({ mine: "mine" }), { url: process.env.ZOOM_MOCK_URL });

own("a test of one's own uses a mock that runs already", async ({ mine, zoom, zoomServer }) => {
  expect(mine).toBe("mine");
  expect(zoomServer.url).toBe(process.env.ZOOM_MOCK_URL);
  expect(zoom.url).toBe(`${zoomServer.url}/u/${zoom.id}`);
});
