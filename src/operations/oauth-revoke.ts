import { CLIENT_OUTCOMES, findClient } from "./oauth/find-client.js";
import { FORM_TYPES, formOf, parametersOf, queryOf } from "./oauth/parameters.js";
import { deletePair } from "./oauth/user-grants.js";
import { defineOperation } from "./operation.js";

const query = queryOf({ token: { description: "The token, of either kind.", example: "my-access-token" } });

/** Ends the life of a token; with a refresh token goes the access token that was issued with it. */
export const oauthRevoke = defineOperation({
  id: "oauthRevoke",
  method: "POST",
  path: "/oauth/revoke",
  summary: "Revoke a token",
  tag: "OAuth",
  security: "client",
  rateLimit: null,
  scopes: { classic: [], granular: [] },
  params: {},
  query,
  contentTypes: FORM_TYPES,
  body: () => formOf(query),
  sampleBody: { token: "my-access-token" },
  success: "revoked",
  outcomes: {
    revoked: { when: "the token is revoked, or there was no such token (RFC 7009, 2.2)", required: true },
    ...CLIENT_OUTCOMES,
    tokenMissing: { when: "there is no token among the parameters", required: true },
    tokenOfAnotherApp: { when: "the token was issued to another app" },
  },
  handle: async (request, context) => {
    const parameters = parametersOf(request);
    const client = await findClient(parameters, context);
    if ("outcome" in client) return client;
    if (!parameters["token"]) return { outcome: "tokenMissing" };
    const token = await context.world.get("tokens", parameters["token"]);
    const isAnothers = token !== undefined && token.client_id !== client.app.id;
    if (isAnothers && context.knows("tokenOfAnotherApp")) return { outcome: "tokenOfAnotherApp" };
    if (token) await deletePair(token, context.world);
    return { outcome: "revoked" };
  },
});
