import { expect, test } from "vitest";
import { startZoomMock } from "../../../src/index.js";

const SECRETS = {
  client_secret: "hush-1",
  code: "hush-2",
  code_verifier: "hush-3",
  refresh_token: "hush-4",
  token: "hush-5",
  device_code: "hush-6",
  access_token: "hush-7",
};
const authorization = `Basic ${Buffer.from("app:hush-8").toString("base64")}`;

test.each(["application/x-www-form-urlencoded", "application/json", "text/plain", ""])(
  "nothing secret that is sent to the token endpoint as %j stands in the journal or comes back in a header",
  async (type) => {
    const told: string[] = [];
    await using zoom = await startZoomMock({ onRequest: (entry) => told.push(JSON.stringify(entry)) });
    const form = new URLSearchParams(SECRETS).toString();
    const bodies = [form, `${form}&client_secret=hush-9&code=hush-10`, JSON.stringify(SECRETS), `{"code": "hush-1`];
    for (const path of ["/oauth/token", `/oauth/token?${form}`, "/oauth/revoke", "/oauth_device?user_code=hush-11"]) {
      for (const body of bodies) {
        const headers = { authorization, ...(type !== "" && { "content-type": type }) };
        const response = await fetch(zoom.url + path, { method: "POST", headers, body: Buffer.from(body) });
        told.push(JSON.stringify([...response.headers]));
      }
    }
    expect(told).toHaveLength(32);
    expect(told.filter((text) => /hush|YXBwOmh1c2gtOA/.test(text))).toEqual([]);
  },
);

test("a code that is a number is no secret", async () => {
  await using zoom = await startZoomMock();
  const headers = { authorization: "Bearer x", prefer: "code=404" };
  await fetch(`${zoom.url}/v2/meetings/68423085/livestream`, { headers });
  expect(await zoom.requests.list()).toMatchObject([{ headers: { prefer: "code=404" } }]);
});
