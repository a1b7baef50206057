import { expect, test as vitestTest } from "vitest";
import { test, withZoomMock } from "zoom-mock/vitest";

const send = (zoom, body) =>
  fetch(`${zoom.url}/v2/meetings/68423085/livestream/status`, {
    method: "PATCH",
    headers: { authorization: "Bearer any", "content-type": "application/json" },
    body,
  });

test("fails", async ({ zoom }) => {
  await send(zoom, JSON.stringify({ action: "stop" }));
  expect((await send(zoom, "action=start")).status).toBe(204);
});

test("passes with a refusal", async ({ zoom }) => {
  expect((await send(zoom, "{}")).status).toBe(400);
});

test("passes without the fault that it planned", async ({ zoom }) => {
  await zoom.faults.plan({ outcome: "startThrottled", times: 2 });
  expect((await send(zoom, "{}")).status).toBe(429);
});

test("fails without a refusal", async ({ zoom }) => {
  expect((await zoom.health()).universes).toBe(0);
});

const own = withZoomMock(vitestTest.extend({ mine: "mine" }), {
  profile: "2025",
  universe: { frozenAt: "2026-01-31T12:00:00Z" },
});

own("a test of one's own has the fixtures too", async ({ mine, zoom, zoomServer }) => {
  expect(mine).toBe("mine");
  expect((await zoomServer.health()).profile).toBe("2025");
  expect((await zoom.clock.get()).now).toBe("2026-01-31T12:00:00.000Z");
  expect(await zoomServer.universes.list()).toHaveLength(1);
});
