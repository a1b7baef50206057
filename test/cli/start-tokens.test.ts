import { expect, test } from "vitest";
import { startCli } from "../support/cli.js";
import { send } from "../support/commands.js";

const AUTHORIZE =
  "/oauth/authorize?response_type=code&client_id=zoom-mock-user-app&redirect_uri=http://localhost:3000/oauth/callback";

test.each([
  [["--tokens", "issued", "--auto-consent"], {}],
  [[], { ZOOM_MOCK_TOKENS: "issued", ZOOM_MOCK_AUTO_CONSENT: "true" }],
])("%j %j takes issued tokens only, and asks nobody for consent", async (args, env: Record<string, string>) => {
  await using mock = await startCli(args, env);
  expect(mock.output()).toContain(`${mock.url}/oauth/token issued`);
  expect((await send(mock.url, "meetings/68423085", { action: "start" })).status).toBe(401);
  expect((await fetch(mock.url + AUTHORIZE, { redirect: "manual" })).status).toBe(302);
});

test("a developer's own credentials get a token that just works", async () => {
  await using mock = await startCli();
  const response = await fetch(`${mock.url}/oauth/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from("my-client-id:my-secret").toString("base64")}` },
    body: new URLSearchParams({ grant_type: "account_credentials", account_id: "my-account" }),
  });
  const { access_token, api_url } = (await response.json()) as { access_token: string; api_url: string };
  const headers = { authorization: `Bearer ${access_token}` };
  expect(api_url).toBe(mock.url);
  expect((await send(api_url, "meetings/68423085", { action: "start" }, "json", headers)).status).toBe(204);
});
