import type { Situations } from "../situation.js";

/** The app of the states. */
const client = { id: "my-client-id", secret: "my-client-secret" };

/**
 * Of asking for tokens and giving them back. The parameters stand in the query, where many clients have them: Pact's
 * verifier (FFI 0.5.8) replays a form as JSON with the form's length.
 */
export const OAUTH_SITUATIONS: Situations = {
  oauthToken: {
    issued: [
      {
        state: "an app exists",
        client,
        query: { grant_type: "account_credentials", account_id: "zjXTYXf1R8WQVOZu_2CVuA" },
      },
      { state: "an app exists", client, query: { grant_type: "client_credentials" }, when: "for the app alone" },
    ],
    issuedWithRefreshToken: [
      {
        state: "a user has consented to an app",
        client,
        query: {
          grant_type: "authorization_code",
          code: "my-code",
          redirect_uri: "https://example.com/oauth/callback",
        },
        when: "for a code",
      },
      {
        state: "a refresh token exists",
        client,
        query: { grant_type: "refresh_token", refresh_token: "my-refresh-token" },
        when: "for a refresh token",
      },
    ],
  },
  oauthRevoke: { revoked: [{ state: "an access token exists", client, query: { token: "my-access-token" } }] },
  oauthDeviceCode: { started: [{ state: "an app exists", client }] },
};
