import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../../src/index.js";
import { NOW } from "../outcomes/case.js";
import { click, post } from "./oauth-client.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock({ frozenAt: NOW });
});
afterAll(() => zoom.close());
beforeEach(() => zoom.reset());

async function begin(mock = zoom) {
  const { device_code, user_code, verification_uri_complete } = await post(mock, "/oauth/devicecode", {});
  return {
    page: String(verification_uri_complete),
    userCode: String(user_code),
    poll: () =>
      post(mock, "/oauth/token", {
        grant_type: "urn:ietf:params:oauth:grant-type:device_code",
        device_code: String(device_code),
      }),
  };
}

test("a device waits in steps of five seconds until its user clicks Allow", async () => {
  const { poll, page } = await begin();
  expect((await poll()).error).toBe("authorization_pending");
  await zoom.clock.advance("4s");
  expect((await poll()).error).toBe("slow_down");
  await zoom.clock.advance("5s");
  expect((await poll()).error).toBe("authorization_pending");

  const answer = await click(page, "allow", "basic-user");
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining("The device is connected")]);

  const tokens = await poll();
  expect([tokens.status, (await zoom.tokens.get(tokens.access_token)).user_id]).toEqual([200, "basic-user"]);
  expect((await poll()).error).toBe("invalid_grant");
});

test("a device is told when its user declines", async () => {
  const { poll, page } = await begin();
  await click(page, "decline");
  expect((await poll()).error).toBe("access_denied");
});

test("a device that waits for a quarter of an hour has to begin again, and its page says so", async () => {
  const { poll, page } = await begin();
  await zoom.clock.advance("15m");
  expect((await poll()).error).toBe("expired_token");
  const response = await fetch(page);
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining("has expired")]);
});

test("the code may be typed in, in small letters and with a hyphen", async () => {
  const { userCode } = await begin();
  const empty = await fetch(`${zoom.url}/oauth_device`);
  expect([empty.status, await empty.text()]).toEqual([200, expect.stringContaining('name="user_code"')]);
  const typed = `${userCode.slice(0, 4)}-${userCode.slice(4)}`.toLowerCase();
  expect((await fetch(`${zoom.url}/oauth_device?user_code=${typed}`)).status).toBe(200);
});

test("where nobody is to be asked, a device need not wait", async () => {
  await using zoom = await startZoomMock({ autoConsent: true });
  const { poll } = await begin(zoom);
  expect((await poll()).status).toBe(200);
});
