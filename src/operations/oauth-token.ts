import { accountCredentials, clientCredentials } from "./oauth/app-grants.js";
import { deviceCode } from "./oauth/device-grant.js";
import { findClient } from "./oauth/find-client.js";
import { FORM_TYPES, formOf, parametersOf, queryOf } from "./oauth/parameters.js";
import { type Grant, TOKEN_OUTCOMES } from "./oauth/token-outcomes.js";
import { authorizationCode, refreshToken } from "./oauth/user-grants.js";
import { defineOperation } from "./operation.js";

/** What each `grant_type` does. */
const GRANTS: ReadonlyMap<string | undefined, Grant> = new Map([
  ["account_credentials", accountCredentials],
  ["authorization_code", authorizationCode],
  ["refresh_token", refreshToken],
  ["client_credentials", clientCredentials],
  ["urn:ietf:params:oauth:grant-type:device_code", deviceCode],
]);

const query = queryOf({
  grant_type: { description: "How the token is asked for.", example: "account_credentials" },
  account_id: { description: "account_credentials: the app's account.", example: "zjXTYXf1R8WQVOZu_2CVuA" },
  code: { description: "authorization_code: what came with the redirect.", example: "Qm9yZWQ" },
  redirect_uri: {
    description: "authorization_code: the one that the code was asked for with.",
    example: "http://localhost:3000/oauth/callback",
  },
  code_verifier: {
    description: "authorization_code: what the code_challenge was made of (S256).",
    example: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
  },
  refresh_token: { description: "refresh_token: the one to renew.", example: "my-refresh-token" },
  device_code: { description: "device_code: what POST /oauth/devicecode gave.", example: "my-device-code" },
});

/** Issues tokens, for each of Zoom's grants. */
export const oauthToken = defineOperation({
  id: "oauthToken",
  method: "POST",
  path: "/oauth/token",
  summary: "Get an access token",
  tag: "OAuth",
  security: "client",
  rateLimit: null,
  scopes: { classic: [], granular: [] },
  params: {},
  query,
  contentTypes: FORM_TYPES,
  body: () => formOf(query),
  sampleBody: { grant_type: "account_credentials", account_id: "zjXTYXf1R8WQVOZu_2CVuA" },
  success: "issued",
  outcomes: TOKEN_OUTCOMES,
  handle: async (request, context) => {
    const parameters = parametersOf(request);
    const inQuery = Object.keys(query).some((name) => name in request.query);
    if (inQuery && context.switches.tokenParametersInQuery === "refuse" && context.knows("parametersInQuery")) {
      return { outcome: "parametersInQuery" };
    }
    const client = await findClient(parameters, context);
    if ("outcome" in client) return client;
    const grant = GRANTS.get(parameters["grant_type"]);
    return grant ? grant({ ...client, parameters, context }) : { outcome: "unsupportedGrantType" };
  },
});
