import { MeetingsEndpoints, MeetingsS2SAuthClient } from "@zoom/rivet/meetings";
import { expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";

test("Zoom's official SDK creates, configures, streams and ends a meeting", async () => {
  await using zoom = await startZoomMock({ profile: "2025" });
  // The SDK's token host cannot be changed: the token comes from a store.
  const token = { accessToken: "any", expirationTimeIso: "2099-01-01T00:00:00Z", scopes: ["meeting:write:admin"] };
  const { auth } = new MeetingsS2SAuthClient({
    clientId: "id",
    clientSecret: "secret",
    accountId: "account",
    disableReceiver: true,
    tokenStore: { getLatestToken: () => token, storeToken: () => {} },
  }) as unknown as { auth: ConstructorParameters<typeof MeetingsEndpoints>[0]["auth"] };
  const { meetings } = new MeetingsEndpoints({ auth, baseUrl: `${zoom.url}/v2` });

  const created = await meetings.createMeeting({ path: { userId: "me" }, body: { topic: "By the SDK", type: 2 } });
  expect(created.statusCode).toBe(201);
  const meetingId = created.data?.id;
  if (meetingId === undefined) throw new Error("The reply has no id.");
  const path = { meetingId };
  const body = { stream_url: "rtmp://ingest.example.com/app", stream_key: "key", page_url: "https://example.com" };
  expect((await meetings.updateLivestream({ path, body })).statusCode).toBe(204);
  expect((await meetings.getLivestreamDetails({ path: { meetingId: String(meetingId) } })).data).toEqual(body);

  const start = { path, body: { action: "start" as const, settings: { display_name: "By the SDK" } } };
  await expect(meetings.updateLivestreamStatus(start)).rejects.toThrow(/has not started/);
  await zoom.meetings.start(String(meetingId));
  expect((await meetings.getMeeting({ path })).data?.status).toBe("started");
  expect((await meetings.updateLivestreamStatus(start)).statusCode).toBe(204);
  expect((await zoom.meetings.get(String(meetingId))).livestream_status.status).toBe("live");
  expect((await meetings.updateLivestreamStatus({ path, body: { action: "stop" } })).statusCode).toBe(204);
  expect((await meetings.updateMeetingStatus({ path, body: { action: "end" } })).statusCode).toBe(204);
  expect((await meetings.deleteMeeting({ path })).statusCode).toBe(204);
  await expect(meetings.getMeeting({ path })).rejects.toThrow(/Meeting does not exist/);
});
