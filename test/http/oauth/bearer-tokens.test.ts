import { afterAll, beforeAll, expect, test } from "vitest";
import { describeOperations, startZoomMock, type ZoomMock } from "../../../src/index.js";
import { NOW } from "../outcomes/case.js";
import { withApps } from "../outcomes/oauth-world.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock(withApps({ tokens: "issued", frozenAt: NOW }));
});
afterAll(() => zoom.close());

/** The operations that ask for a bearer token. */
const { operations } = describeOperations();
const guarded = operations.filter(({ outcomes }) => outcomes.some(({ outcome }) => outcome === "accessTokenMissing"));

const REFUSALS = [
  ["nobody-issued-it", "accessTokenInvalid", 401],
  ["refresh", "accessTokenInvalid", 401],
  ["of-a-disabled-app", "accessTokenInvalid", 401],
  ["expired", "accessTokenExpired", 401],
  ["app-only", "invalidApiKey", 400],
  ["scopeless", "scopesMissing", 400],
] as const;

const requests = guarded.flatMap(({ id, method, path }) =>
  REFUSALS.map(([token, outcome, status]) => [id, token, outcome, status, method, path] as const),
);

test.each(requests)("%s refuses the token %s: %s", async (_id, token, outcome, status, method, path) => {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(zoom.url + path.replace(/\{\w+\}/g, "68423085"), { method, headers });
  const [entry] = await zoom.requests.list({ limit: 1 });
  expect([entry?.outcome, response.status]).toEqual([outcome, status]);
});

test("a token that is issued expires on the mock's clock, and is gone once it is revoked", async () => {
  await zoom.reset();
  const credentials = `Basic ${Buffer.from("server:s3cret").toString("base64")}`;
  const ask = (path: string, form: Record<string, string>) =>
    fetch(zoom.url + path, {
      method: "POST",
      headers: { authorization: credentials },
      body: new URLSearchParams(form),
    });
  const get = async () => {
    const form = { grant_type: "account_credentials", account_id: "acc" };
    return ((await (await ask("/oauth/token", form)).json()) as { access_token: string }).access_token;
  };
  const status = async (token: string) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${zoom.url}/v2/meetings/68423085/livestream`, { headers })).status;
  };
  const [first, second] = [await get(), await get()];
  expect([await status(first), await status(second)]).toEqual([200, 200]);

  await ask("/oauth/revoke", { token: first });
  expect([await status(first), await status(second)]).toEqual([401, 200]);
  await zoom.clock.advance("3599s");
  expect(await status(second)).toBe(200);
  await zoom.clock.advance("1s");
  expect(await status(second)).toBe(401);
});

test("where any token is taken, one that was issued still tells whose it is", async () => {
  await using lenient = await startZoomMock(withApps());
  const headers = { authorization: "Bearer expired" };
  expect((await fetch(`${lenient.url}/v2/meetings/68423085/livestream`, { headers })).status).toBe(200);
});
