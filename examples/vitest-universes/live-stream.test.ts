import { describe, expect } from "vitest";
import { test } from "zoom-mock/vitest";

// What your application does; only base URL and token differ from production.
const startStream = (zoom: { url: string; token: string }, meetingId: string) =>
  fetch(`${zoom.url}/v2/meetings/${meetingId}/livestream/status`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${zoom.token}`, "content-type": "application/json" },
    body: JSON.stringify({ action: "start", settings: { active_speaker_name: true, display_name: "Town hall" } }),
  });

// All of these run at the same time, with the same meeting, on one server: each has a universe of its own.
describe.concurrent("a live stream", () => {
  test("starts", async ({ zoom }) => {
    expect((await startStream(zoom, "68423085")).status).toBe(204);
    expect((await zoom.meetings.get("68423085")).livestream_status.status).toBe("live");
  });

  test("has to wait for a second start, in a time that stands still", async ({ zoom }) => {
    await zoom.clock.freeze();
    await startStream(zoom, "68423085");
    expect((await startStream(zoom, "68423085")).status).toBe(429);
    await zoom.clock.advance("30s");
    expect((await startStream(zoom, "68423085")).status).toBe(204);
  });

  test("does not start in a meeting that is not there", async ({ zoom }) => {
    await zoom.meetings.delete("68423085");
    expect((await startStream(zoom, "68423085")).status).toBeGreaterThanOrEqual(400);
  });

  test("reaches its universe by the token alone", async ({ zoom, zoomServer }) => {
    expect((await startStream({ url: zoomServer.url, token: zoom.token }, "68423085")).status).toBe(204);
    expect(await zoom.requests.list()).toHaveLength(1);
    expect(await zoomServer.requests.list()).toEqual([]);
  });
});
