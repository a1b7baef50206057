import * as v from "valibot";
import type { Decision, OperationContext, Outcomes } from "../operation.js";
import { CLIENT_OUTCOMES, type ClientApp } from "./find-client.js";
import type { Parameters } from "./parameters.js";

const accessTokenReply = {
  access_token: v.string(),
  expires_in: v.number(),
  scope: v.string(),
  api_url: v.string(),
};

const SAMPLE = {
  access_token: "eyJhbGciOiJIUzUxMiJ9.eyJhaWQiOiJ6alhUWVhmMVI4V1FWT1p1XzJDVnVBIn0.c2lnbmF0dXJl",
  expires_in: 3600,
  scope: "meeting:write:admin webinar:write:admin",
  api_url: "https://api.zoom.us",
};

/** How asking for a token can end. */
export const TOKEN_OUTCOMES = {
  issued: {
    when: "the token is issued to an account or an app, which ask again when it expires",
    required: true,
    reply: { schema: v.object(accessTokenReply), sample: SAMPLE },
  },
  issuedWithRefreshToken: {
    when: "the token is issued for a user, with a refresh token to renew it",
    required: true,
    reply: {
      schema: v.object({ ...accessTokenReply, refresh_token: v.string() }),
      sample: { ...SAMPLE, refresh_token: "eyJhbGciOiJIUzUxMiJ9.eyJ1aWQiOiJob3N0In0.c2lnbmF0dXJl" },
    },
  },
  parametersInQuery: { when: "parameters stand in the query, and switch tokenParametersInQuery refuses that" },
  ...CLIENT_OUTCOMES,
  unsupportedGrantType: {
    when: "grant_type is missing or none that Zoom knows, also because the body is no form: JSON is not read",
    required: true,
  },
  wrongAccount: { when: "account_id is missing or not the app's own", required: true },
  accountDoesNotExist: { when: "account_id is not the app's own, and switch wrongAccountId says so" },
  appTypeNotEnabled: { when: "an app that is not server-to-server asks for account_credentials" },
  invalidAuthorizationCode: {
    when: "the code is unknown, expired, used already or another app's",
    required: true,
    values: { code: "Qm9yZWQ" },
  },
  redirectUriMismatch: { when: "redirect_uri is not the one that the code was asked for with" },
  invalidCodeVerifier: { when: "code_verifier is missing or does not fit the code_challenge" },
  invalidRefreshToken: { when: "the refresh token is unknown, expired, revoked or another app's", required: true },
  invalidDeviceCode: { when: "the device code is unknown, used already or another app's", required: true },
  deviceCodeExpired: { when: "nobody consented within the device code's life", required: true },
  authorizationPending: { when: "the user has not decided yet", required: true },
  slowDown: { when: "the device asks again before the interval is over" },
  accessDenied: { when: "the user has declined", required: true },
} as const satisfies Outcomes;

/** What a grant decides on. */
export interface TokenRequest extends ClientApp {
  readonly parameters: Parameters;
  readonly context: OperationContext<keyof typeof TOKEN_OUTCOMES>;
}

/** One way to get a token: what `grant_type` names. */
export type Grant = (request: TokenRequest) => Promise<Decision<typeof TOKEN_OUTCOMES>>;
