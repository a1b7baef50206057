import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "zoom-mock";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

// What your application does; only the base URL differs from production.
const startStream = (meetingId: string) =>
  fetch(`${zoom.url}/v2/meetings/${meetingId}/livestream/status`, {
    method: "PATCH",
    headers: { authorization: "Bearer any", "content-type": "application/json" },
    body: JSON.stringify({ action: "start", settings: { active_speaker_name: true, display_name: "Town hall" } }),
  });

test("a stream starts", async () => {
  expect((await startStream("68423085")).status).toBe(204);
  const meeting = await zoom.meetings.get("68423085");
  expect(meeting.livestream_status.status).toBe("live");
});

test("a second start has to wait 30 seconds, which take no time here", async () => {
  await zoom.clock.freeze();
  await startStream("68423085");
  const refused = await startStream("68423085");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("30");
  await zoom.clock.advance("30s");
  expect((await startStream("68423085")).status).toBe(204);
});

test("a meeting of your own, in the state that the test needs", async () => {
  await zoom.meetings.put("123456789", { host_id: "nobody" });
  const answer = await startStream("123456789");
  expect(await answer.json()).toEqual({ code: 1001, message: "User nobody does not exist." });
});

test("what the mock was sent, and why it answered as it did", async () => {
  await startStream("404");
  const [request] = await zoom.requests.list();
  expect(request).toMatchObject({ outcome: "meetingDoesNotExist", evidence: "assumed", body: { action: "start" } });
});
