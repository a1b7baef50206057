import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../../src/index.js";
import { APP, authorizeUrl } from "./oauth-client.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
  await zoom.apps.put("off", { type: "user", status: "disabled", redirect_uris: [APP.redirectUri] });
  await zoom.apps.put("odd", { type: "user", redirect_uris: ["nowhere"] });
  await zoom.apps.put("<script>", { type: "user", name: '"><script>', redirect_uris: ["myapp://back"] });
});
afterAll(() => zoom.close());
beforeEach(() => zoom.requests.clear());

test.each<[query: Record<string, string>, problem: RegExp]>([
  [{ client_id: "" }, /The client_id is missing.*It has zoom-mock-user-app/],
  [{ client_id: "<b>" }, /no app with the client_id &#60;b&#62;/],
  [{ client_id: "off" }, /The app off is disabled/],
  [{ client_id: "zoom-mock-server-to-server" }, /is a server-to-server app, which asks no user/],
  [{ redirect_uri: "http://evil.example" }, /has not registered the redirect_uri http:\/\/evil\.example/],
  [{ redirect_uri: `${APP.redirectUri}/` }, /to the letter/],
  [{ redirect_uri: "" }, /none was sent/],
  [{ client_id: "odd", redirect_uri: "nowhere" }, /it is no absolute URL/],
  [{ response_type: "token" }, /The response_type is token.*send response_type=code/],
  [{ code_challenge: "x", code_challenge_method: "plain" }, /The code_challenge_method is plain\. Send S256/],
  [{ code_challenge: "x" }, /The code_challenge_method is missing/],
])("what cannot be asked is told on a page, never by a redirect: %j", async (query, problem) => {
  for (const method of ["GET", "POST"]) {
    const body = method === "POST" ? new URLSearchParams({ decision: "allow", user_id: "basic-user" }) : null;
    const response = await fetch(authorizeUrl(zoom, query), { method, body, redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([400, null]);
    expect(await response.text()).toMatch(problem);
  }
  expect(await zoom.requests.list()).toMatchObject([{ outcome: null, refusal: expect.any(String) }, { status: 400 }]);
});

test.each([{}, { decision: "maybe" }, { decision: "allow", user_id: "nobody" }])(
  "a form that does not say who consents is refused: %j",
  async (form: Record<string, string>) => {
    const body = new URLSearchParams(form);
    const response = await fetch(authorizeUrl(zoom), { method: "POST", body, redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([400, null]);
  },
);

test("a page shows names as text, loads nothing, and may not be framed", async () => {
  const response = await fetch(authorizeUrl(zoom, { client_id: "<script>", redirect_uri: "myapp://back" }));
  const html = await response.text();
  expect(html).toContain("<strong>&#34;&#62;&#60;script&#62;</strong>");
  expect(html).not.toMatch(/<script|src=|https?:\/\//);
  expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
});

test("an app may be sent back to by a scheme of its own", async () => {
  const url = authorizeUrl(zoom, { client_id: "<script>", redirect_uri: "myapp://back", state: "s" });
  const body = new URLSearchParams({ decision: "allow", user_id: "basic-user" });
  const response = await fetch(url, { method: "POST", body, redirect: "manual" });
  expect(response.headers.get("location")).toMatch(/^myapp:\/\/back\?code=\w+&state=s$/);
});

test("without users nobody can consent, which the page says", async () => {
  const app = { id: APP.id, type: "user", redirect_uris: [APP.redirectUri] } as const;
  await using empty = await startZoomMock({ scenario: { account_id: "a", apps: [app] }, autoConsent: true });
  const response = await fetch(authorizeUrl(empty), { redirect: "manual" });
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining("no user who could consent")]);
});
