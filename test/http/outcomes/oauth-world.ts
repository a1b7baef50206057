import type { Scenario, StartOptions } from "../../../src/index.js";

/** A world with an app of each kind, and with what they may show: tokens, codes and devices. */
const SCENARIO: Scenario = {
  account_id: "acc",
  users: [{ id: "host" }, { id: "guest", account_id: "other" }],
  apps: [
    { id: "server", client_secret: "s3cret", scopes: ["meeting:write:admin", "meeting:read:livestream:admin"] },
    { id: "user-app", type: "user", scopes: ["meeting:read"], redirect_uris: ["http://localhost:3000/cb?a=1"] },
    { id: "off", status: "disabled" },
  ],
  tokens: [
    { id: "granular", client_id: "server", scopes: ["meeting:read:livestream:admin"] },
    { id: "classic", client_id: "server", user_id: "host", scopes: ["meeting:read"] },
    { id: "scopeless", client_id: "server", scopes: ["imchat:bot"] },
    { id: "expired", client_id: "server", scopes: ["meeting:read"], expires_at: "2026-01-31T12:00:00Z" },
    { id: "app-only", client_id: "server", grant_type: "client_credentials", scopes: ["meeting:read"] },
    { id: "of-a-disabled-app", client_id: "off", scopes: ["meeting:read"] },
    { id: "access", client_id: "user-app", grant_type: "authorization_code", user_id: "host" },
    {
      id: "refresh",
      type: "refresh",
      client_id: "user-app",
      grant_type: "authorization_code",
      user_id: "host",
      scopes: ["meeting:read"],
      access_token: "access",
    },
    { id: "old-refresh", type: "refresh", client_id: "user-app", expires_at: "2026-01-31T12:00:00Z" },
  ],
  authorizations: [
    code("code"),
    // The pair of RFC 7636, appendix B.
    { ...code("challenged"), code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM" },
    { ...code("old-code"), expires_at: "2026-01-31T12:00:00Z" },
    { ...code("orphan"), user_id: "nobody" },
    device("waiting"),
    { ...device("impatient"), polled_at: "2026-01-31T11:59:56Z" },
    { ...device("denied"), status: "denied" },
    { ...device("approved"), status: "approved", user_id: "guest" },
    { ...device("old-device"), expires_at: "2026-01-31T12:00:00Z" },
  ],
  meetings: [{ id: "68423085" }],
};

/** Options of a mock with that world. Its answers name Zoom's own host, so that they can be compared. */
export const withApps = (options: StartOptions = {}): StartOptions => ({
  scenario: SCENARIO,
  ...options,
  switches: { tokenApiUrl: "zoom", ...options.switches },
});

export const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/** An Authorization header of HTTP Basic. */
export const basic = (id: string, secret = "zoom-mock-client-secret") => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`,
});

function code(id: string) {
  const redirect_uri = "http://localhost:3000/cb?a=1";
  return {
    id,
    client_id: "user-app",
    user_id: "host",
    scopes: ["meeting:read"],
    redirect_uri,
    status: "approved",
  } as const;
}

function device(id: string) {
  return { id, type: "device", user_code: id, client_id: "user-app", scopes: ["meeting:read"] } as const;
}
