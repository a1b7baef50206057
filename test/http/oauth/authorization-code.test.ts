import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../../src/index.js";
import { NOW } from "../outcomes/case.js";
import { APP, authorizeUrl, click, formOf, post, redirected } from "./oauth-client.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock({ tokens: "issued", frozenAt: NOW });
});
afterAll(() => zoom.close());
beforeEach(() => zoom.reset());

const CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

const exchange = (code: string | undefined, rest: Record<string, string> = {}) =>
  post(zoom, "/oauth/token", {
    grant_type: "authorization_code",
    code: code ?? "",
    redirect_uri: APP.redirectUri,
    ...rest,
  });
const renew = (refresh_token: string, mock = zoom) =>
  post(mock, "/oauth/token", { grant_type: "refresh_token", refresh_token });
const read = async (token: string, mock = zoom) => {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${mock.url}/v2/meetings/68423085/livestream`, { headers })).status;
};

test("a user who clicks Allow lets the app in, with PKCE, once", async () => {
  const url = authorizeUrl(zoom, { state: "xyz", code_challenge: CHALLENGE, code_challenge_method: "S256" });
  const page = await fetch(url);
  const html = await page.text();
  expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  expect(html).toContain("An app that users consent to");
  expect(html).toContain("<li>meeting:write</li>");
  expect(formOf(html, url).users).toContain("basic-user");

  const back = await click(url, "allow", "basic-user");
  expect(back.status).toBe(302);
  expect(back.headers.get("location")).toMatch(/^http:\/\/localhost:3000\/oauth\/callback\?/);
  const { code, state } = redirected(back);
  expect(state).toBe("xyz");

  expect((await exchange(code)).status).toBe(400);
  const tokens = await exchange(code, { code_verifier: VERIFIER });
  expect([tokens.status, await read(tokens.access_token)]).toEqual([200, 200]);
  expect((await zoom.tokens.get(tokens.access_token)).user_id).toBe("basic-user");
  expect(await exchange(code, { code_verifier: VERIFIER })).toMatchObject({ status: 400, error: "invalid_request" });
});

test("a user who clicks Decline sends the browser back without a code", async () => {
  const back = await click(authorizeUrl(zoom, { state: "s" }), "decline");
  expect([back.status, redirected(back)]).toEqual([302, { error: "access_denied", state: "s" }]);
});

test("a code is good for five minutes of the mock's clock", async () => {
  const [first, second] = [await click(authorizeUrl(zoom), "allow"), await click(authorizeUrl(zoom), "allow")];
  await zoom.clock.advance("299s");
  expect((await exchange(redirected(first)["code"])).status).toBe(200);
  await zoom.clock.advance("1s");
  expect((await exchange(redirected(second)["code"])).status).toBe(400);
});

test("the state comes back as it was sent, whatever it is", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), async (state) => {
      const back = await click(authorizeUrl(zoom, { state }), "allow");
      expect(redirected(back)["state"]).toBe(state);
    }),
    { numRuns: 50, examples: [['"><script>&#39;\r\n'], ["a b+c%20d"], ["ä€😀"]] },
  );
});

test("by grace, an old refresh token and its access token still work after a renewal", async () => {
  const old = await exchange(redirected(await click(authorizeUrl(zoom), "allow"))["code"]);
  const renewed = await renew(old.refresh_token);
  expect(renewed.refresh_token).not.toBe(old.refresh_token);
  expect([await read(old.access_token), await read(renewed.access_token)]).toEqual([200, 200]);
  expect((await renew(old.refresh_token)).status).toBe(200);
});

test("rotating strictly, a renewal kills the old pair", async () => {
  await using strict = await startZoomMock({
    tokens: "issued",
    autoConsent: true,
    switches: { refreshTokenRotation: "strict" },
  });
  const { code = "" } = redirected(await fetch(authorizeUrl(strict), { redirect: "manual" }));
  const form = { grant_type: "authorization_code", code, redirect_uri: APP.redirectUri };
  const old = await post(strict, "/oauth/token", form);
  const renewed = await renew(old.refresh_token, strict);
  expect([await read(old.access_token, strict), await read(renewed.access_token, strict)]).toEqual([401, 200]);
  expect(await renew(old.refresh_token, strict)).toMatchObject({ status: 400, reason: "Invalid Token!" });
});

test("a refresh token lives for 90 days", async () => {
  const tokens = await exchange(redirected(await click(authorizeUrl(zoom), "allow"))["code"]);
  await zoom.clock.advance(90 * 24 * 3_600_000 - 1);
  const renewed = await renew(tokens.refresh_token);
  expect([await read(tokens.access_token), await read(renewed.access_token)]).toEqual([401, 200]);
  await zoom.clock.advance(1);
  expect((await renew(tokens.refresh_token)).status).toBe(400);
});

test("where nobody is to be asked, the browser is sent back at once", async () => {
  await using zoom = await startZoomMock({ autoConsent: true });
  const back = await fetch(authorizeUrl(zoom, { state: "s" }), { redirect: "manual" });
  expect([back.status, redirected(back)]).toEqual([302, { code: expect.any(String), state: "s" }]);
  expect(await zoom.requests.list()).toMatchObject([{ status: 302, outcome: "consentGiven", refusal: null }]);
});
