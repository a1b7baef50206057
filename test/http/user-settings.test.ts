import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connectZoomMock, startZoomMock, type ZoomMock } from "../../src/index.js";
import { answerOf } from "../support/commands.js";
import { call } from "../support/rest.js";

const PATH = "/v2/users/me/settings";
const ACCOUNT = "zjXTYXf1R8WQVOZu_2CVuA";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

const change = async (body: object) => (await call(zoom.url, { method: "PATCH", path: PATH, body })).status;
const readBack = async () =>
  (await answerOf(await call(zoom.url, { method: "GET", path: PATH }))).body as {
    readonly feature: object;
    readonly in_meeting: { readonly [name: string]: unknown };
  };

test("what was changed is read back, and the rest is as it was", async () => {
  const before = await readBack();

  expect(await change({ in_meeting: { webinar_live_streaming: { live_streaming_reminder: true } } })).toBe(204);
  expect(await change({ in_meeting: { custom_service_instructions: "Ask us." } })).toBe(204);

  expect(await readBack()).toEqual({
    ...before,
    in_meeting: {
      ...before.in_meeting,
      custom_service_instructions: "Ask us.",
      webinar_live_streaming: {
        ...(before.in_meeting["webinar_live_streaming"] as object),
        live_streaming_reminder: true,
      },
    },
  });
});

test("a list is replaced as a whole", async () => {
  await change({ in_meeting: { webinar_live_streaming: { live_streaming_service: ["youtube", "facebook"] } } });
  expect((await readBack()).in_meeting["webinar_live_streaming"]).toMatchObject({
    live_streaming_service: ["youtube", "facebook"],
  });
});

describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("locks, set %s", (_title, use) => {
  test("204 changes nothing of what the account has locked, and everything else", async () => {
    await use(zoom).accounts.put(ACCOUNT, { locked_settings: ["in_meeting.allow_live_streaming"] });

    expect(await change({ in_meeting: { allow_live_streaming: false, custom_live_streaming_service: false } })).toBe(
      204,
    );

    expect((await readBack()).in_meeting).toMatchObject({
      allow_live_streaming: true,
      custom_live_streaming_service: false,
    });
  });

  test("the lock of a group holds for all in it", async () => {
    await use(zoom).accounts.put(ACCOUNT, { locked_settings: ["in_meeting.webinar_live_streaming", "feature"] });
    const before = await readBack();

    expect(
      await change({ feature: { webinar: false }, in_meeting: { webinar_live_streaming: { enable: false } } }),
    ).toBe(204);

    expect(await readBack()).toEqual(before);
  });
});

test("the locks are those of the caller's account", async () => {
  const request = { path: PATH, headers: { authorization: "Bearer token-of-account-with-locks" } };
  await call(zoom.url, { ...request, method: "PATCH", body: { in_meeting: { allow_live_streaming: true } } });
  const { body } = await answerOf(await call(zoom.url, { ...request, method: "GET" }));
  expect(body).toMatchObject({ in_meeting: { allow_live_streaming: false } });
});

test("a change of the settings decides about the next request on a webinar's stream", async () => {
  const read = () => call(zoom.url, { method: "GET", path: "/v2/webinars/68423085/livestream" });
  expect((await read()).status).toBe(200);
  await change({ in_meeting: { webinar_live_streaming: { enable: false } } });
  expect(await answerOf(await read())).toMatchObject({ status: 400, body: { code: 200 } });
});

test("a user is found by the address of this moment only", async () => {
  const find = async (email: string) => (await call(zoom.url, { method: "GET", path: `/v2/users/${email}` })).status;
  await zoom.users.put("ada", { email: "Ada@example.com" });
  expect(await find("ada@EXAMPLE.com")).toBe(200);

  await zoom.users.put("ada", { email: "lovelace@example.com" });
  expect([await find("ada@example.com"), await find("lovelace@example.com")]).toEqual([404, 200]);

  await zoom.users.delete("ada");
  expect(await find("lovelace@example.com")).toBe(404);

  await zoom.users.put("ada", { email: "ada@example.com" });
  await zoom.reset();
  expect(await find("ada@example.com")).toBe(404);
});

test.each([
  [
    "the first user of the account, where no user stands behind the token",
    [{ id: "b", account_id: "other" }, { id: "a" }],
    200,
  ],
  ["nobody, where the account has no user", [{ id: "b", account_id: "other" }], 404],
  ["nobody, in a world without users", [], 404],
] as const)("me is %s", async (_who, users, status) => {
  await using other = await startZoomMock({ scenario: { account_id: "acc", users } });
  const response = await call(other.url, { method: "GET", path: "/v2/users/me" });
  const body = status === 200 ? { id: "a" } : { code: 1001, message: "User does not exist: me." };
  expect(await answerOf(response)).toMatchObject({ status, body });
});
