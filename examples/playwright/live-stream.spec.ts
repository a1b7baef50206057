import { expect, test } from "zoom-mock/playwright";

// Each test has a universe of its own; your application gets its url and its token.
test("a stream starts", async ({ zoom, request }) => {
  const answer = await request.patch(`${zoom.url}/v2/meetings/68423085/livestream/status`, {
    headers: { authorization: `Bearer ${zoom.token}` },
    data: { action: "start", settings: { active_speaker_name: true, display_name: "Town hall" } },
  });
  expect(answer.status()).toBe(204);
  expect((await zoom.meetings.get("68423085")).livestream_status.status).toBe("live");
});

test("the same meeting, not streamed yet, in another test", async ({ zoom, playwright }) => {
  const api = await playwright.request.newContext({
    baseURL: `${zoom.url}/`,
    extraHTTPHeaders: { authorization: `Bearer ${zoom.token}` },
  });
  expect((await zoom.meetings.get("68423085")).livestream_status.status).toBe("stopped");
  await zoom.meetings.delete("68423085");
  const answer = await api.patch("v2/meetings/68423085/livestream/status", { data: { action: "start" } });
  expect(answer.ok()).toBe(false);
  await api.dispose();
});
