import { expect } from "vitest";
import type { StartOptions, ZoomMock } from "../../../src/index.js";
import { basic, VERIFIER, withApps } from "./oauth-world.js";
import type { RestCase } from "./rest-case.js";

type Form = Readonly<Record<string, string>>;
type Rest = Partial<RestCase>;

const oauth =
  (operation: string, path: string) =>
  (
    outcome: string,
    form: Form,
    rest: Rest & Pick<RestCase, "status">,
    headers: Form = basic("user-app"),
  ): RestCase => ({
    operation,
    outcome,
    request: { method: "POST", path, form, headers },
    options: withApps(),
    ...rest,
  });

const token = oauth("oauthToken", "/oauth/token");
const revoke = oauth("oauthRevoke", "/oauth/revoke");
const device = oauth("oauthDeviceCode", "/oauth/devicecode");

const error = (reason: string, name: string) => ({ status: 400, body: { reason, error: name } });
const INVALID_CLIENT = error("Invalid client_id or client_secret", "invalid_client");
const DISABLED = error("The app has been disabled by the developer", "invalid_client");
const BAD_REQUEST = error("Bad Request", "invalid_request");
const SERVER = basic("server", "s3cret");
const ACCOUNT = { grant_type: "account_credentials", account_id: "acc" };
const CODE = { grant_type: "authorization_code", code: "code", redirect_uri: "http://localhost:3000/cb?a=1" };
const DEVICE = { grant_type: "urn:ietf:params:oauth:grant-type:device_code" };
const switched = (switches: StartOptions["switches"] = {}) => ({ options: withApps({ switches }) });
const issued = (scope: string) => ({
  status: 200,
  body: {
    access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    token_type: "bearer",
    expires_in: 3600,
    scope,
    api_url: "https://api.zoom.us",
  },
});
const SERVER_SCOPES = "meeting:write:admin meeting:read:livestream:admin";
const withRefresh = (body: object) => ({ status: 200, body: { ...body, refresh_token: expect.any(String) } });
const PAIR = withRefresh(issued("meeting:read").body);

/** The newest token of a kind tells whom it is for. */
const belongsTo =
  (holder: object, type = "access") =>
  async (zoom: ZoomMock) =>
    expect((await zoom.tokens.list()).findLast((each) => each.type === type)).toMatchObject(holder);

const path = (query: Form) => `/oauth/token?${new URLSearchParams(query)}`;
const inQuery = (query: Form, form?: Form) => ({
  request: { method: "POST", path: path(query), headers: SERVER, ...(form && { form }) },
});

export const OAUTH_CASES: readonly RestCase[] = [
  token(
    "issued",
    ACCOUNT,
    { ...issued(SERVER_SCOPES), after: belongsTo({ account_id: "acc", user_id: null }) },
    SERVER,
  ),
  token("issued", {}, { ...issued(SERVER_SCOPES), ...inQuery(ACCOUNT) }),
  token(
    "issued",
    {},
    { ...issued(SERVER_SCOPES), ...inQuery({ account_id: "acc" }, { grant_type: "account_credentials" }) },
  ),
  token("issued", { ...ACCOUNT, client_id: "server", client_secret: "s3cret" }, issued(SERVER_SCOPES), {}),
  token(
    "issued",
    { grant_type: "client_credentials" },
    { ...issued("meeting:read"), after: belongsTo({ user_id: null }) },
  ),
  token(
    "issued",
    { ...ACCOUNT, account_id: "whatever" },
    {
      status: 200,
      body: { scope: expect.stringContaining("meeting:update:livestream_status:admin") },
      after: belongsTo({ client_id: "my-own", account_id: "acc" }),
    },
    basic("my-own"),
  ),
  token("issuedWithRefreshToken", CODE, { ...PAIR, after: belongsTo({ account_id: "acc", user_id: "host" }) }),
  token("issuedWithRefreshToken", { ...CODE, code: "challenged", code_verifier: VERIFIER }, PAIR),
  token(
    "issuedWithRefreshToken",
    { grant_type: "refresh_token", refresh_token: "refresh" },
    {
      ...PAIR,
      after: belongsTo({ user_id: "host", expires_at: "2026-05-01T12:00:00.000Z" }, "refresh"),
    },
  ),
  token(
    "issuedWithRefreshToken",
    { ...DEVICE, device_code: "approved" },
    { ...PAIR, after: belongsTo({ account_id: "other" }) },
  ),
  token(
    "parametersInQuery",
    {},
    { ...BAD_REQUEST, ...inQuery(ACCOUNT), ...switched({ tokenParametersInQuery: "refuse" }) },
  ),
  token("issued", ACCOUNT, { ...issued(SERVER_SCOPES), ...switched({ tokenParametersInQuery: "refuse" }) }, SERVER),
  token("invalidClient", ACCOUNT, INVALID_CLIENT, basic("server", "wrong")),
  token("invalidClient", ACCOUNT, INVALID_CLIENT, basic("my-own", "")),
  token("invalidClient", ACCOUNT, INVALID_CLIENT, {}),
  token("invalidClient", ACCOUNT, { ...INVALID_CLIENT, options: withApps({ tokens: "issued" }) }, basic("my-own")),
  token("appDisabled", ACCOUNT, DISABLED, basic("off")),
  ...[{}, { grant_type: "password" }].map((form) =>
    token("unsupportedGrantType", form, error("unsupported grant type", "unsupported_grant_type"), SERVER),
  ),
  token(
    "unsupportedGrantType",
    {},
    {
      status: 400,
      request: { method: "POST", path: "/oauth/token", body: ACCOUNT, headers: SERVER },
    },
  ),
  ...[{ grant_type: "account_credentials" }, { ...ACCOUNT, account_id: "other" }].map((form) =>
    token("wrongAccount", form, BAD_REQUEST, SERVER),
  ),
  token(
    "accountDoesNotExist",
    { ...ACCOUNT, account_id: "x" },
    {
      ...error("Account does not exist", "invalid_request"),
      ...switched({ wrongAccountId: "accountDoesNotExist" }),
    },
    SERVER,
  ),
  token("appTypeNotEnabled", ACCOUNT, error("Account does not enabled the OAuth app type", "invalid_request")),
  ...["unknown", "old-code", "orphan", "waiting"].map((code) =>
    token(
      "invalidAuthorizationCode",
      { ...CODE, code },
      error(`Invalid authorization code ${code}`, "invalid_request"),
    ),
  ),
  token("invalidAuthorizationCode", CODE, { status: 400 }, SERVER),
  token(
    "redirectUriMismatch",
    { ...CODE, redirect_uri: "http://localhost:3000/cb" },
    error("Redirect URI mismatch.", "invalid_grant"),
  ),
  ...[{ code_verifier: "another" }, {}].map((verifier) =>
    token(
      "invalidCodeVerifier",
      { ...CODE, code: "challenged", ...verifier },
      error("Invalid code verifier.", "invalid_grant"),
    ),
  ),
  ...["unknown", "access", "old-refresh", ""].map((refresh_token) =>
    token(
      "invalidRefreshToken",
      { grant_type: "refresh_token", refresh_token },
      error("Invalid Token!", "invalid_grant"),
    ),
  ),
  token("invalidRefreshToken", { grant_type: "refresh_token", refresh_token: "refresh" }, { status: 400 }, SERVER),
  ...["unknown", "code"].map((device_code) =>
    token("invalidDeviceCode", { ...DEVICE, device_code }, { status: 400, body: { error: "invalid_grant" } }),
  ),
  token(
    "deviceCodeExpired",
    { ...DEVICE, device_code: "old-device" },
    { status: 400, body: { error: "expired_token" } },
  ),
  token(
    "authorizationPending",
    { ...DEVICE, device_code: "waiting" },
    {
      status: 400,
      body: { error: "authorization_pending" },
      changesWorld: true,
    },
  ),
  token(
    "slowDown",
    { ...DEVICE, device_code: "impatient" },
    { status: 400, body: { error: "slow_down" }, changesWorld: true },
  ),
  token("accessDenied", { ...DEVICE, device_code: "denied" }, { status: 400, body: { error: "access_denied" } }),
  revoke(
    "revoked",
    { token: "refresh" },
    {
      status: 200,
      body: { status: "success" },
      after: async (zoom) => expect((await zoom.tokens.list()).map(({ id }) => id)).not.toContain("access"),
    },
  ),
  revoke("revoked", { token: "unknown" }, { status: 200 }),
  revoke("invalidClient", { token: "access" }, INVALID_CLIENT, basic("server", "wrong")),
  revoke("appDisabled", { token: "access" }, DISABLED, basic("off")),
  revoke("tokenMissing", {}, BAD_REQUEST),
  revoke("tokenOfAnotherApp", { token: "access" }, error("Invalid Token!", "invalid_grant"), SERVER),
  device(
    "started",
    {},
    {
      status: 200,
      body: {
        expires_in: 900,
        interval: 5,
        verification_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/oauth_device$/),
        user_code: expect.stringMatching(/^[A-Z0-9]{8}$/),
      },
    },
  ),
  device("invalidClient", {}, INVALID_CLIENT, {}),
  device("appDisabled", {}, DISABLED, basic("off")),
];
