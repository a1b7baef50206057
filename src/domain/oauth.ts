/** How a token was asked for. Source: `grant_type` of `POST /oauth/token`. */
export type GrantType = "account_credentials" | "authorization_code" | "client_credentials" | "device_code";

/** How long what is issued lives, in seconds. Source: Zoom's pages on OAuth; older ones give a refresh token 15 years. */
export const LIFETIMES = {
  accessToken: 3600,
  refreshToken: 90 * 24 * 3600,
  authorizationCode: 300,
  deviceCode: 900,
} as const;

/** How many seconds a device waits between two polls. */
export const POLL_INTERVAL = 5;

/** An app of the Zoom Marketplace: who may ask for tokens, and for which scopes. */
export interface App {
  /** The client id. */
  readonly id: string;
  readonly client_secret: string;
  readonly name: string;
  /** `server_to_server` gets tokens for its account, `user` for whoever consents. */
  readonly type: "server_to_server" | "user";
  readonly account_id: string;
  /** Classic or granular ones, as Zoom's descriptions name them. */
  readonly scopes: readonly string[];
  readonly redirect_uris: readonly string[];
  readonly status: "active" | "disabled";
}

/** A token that was issued. */
export interface Token {
  /** The token itself. */
  readonly id: string;
  readonly type: "access" | "refresh";
  readonly grant_type: GrantType;
  readonly client_id: string;
  readonly account_id: string;
  /** `null`: it acts for the account, or (client_credentials) for the app alone. */
  readonly user_id: string | null;
  readonly scopes: readonly string[];
  /** The access token that was issued together with a refresh token. */
  readonly access_token: string | null;
  /** ISO 8601 time. */
  readonly expires_at: string;
}

/** What a user is asked, or has agreed to: an authorization code, or a device that waits for its user. */
export interface Authorization {
  /** The code that the app presents. */
  readonly id: string;
  readonly type: "code" | "device";
  /** What the user types in for a device. */
  readonly user_code: string | null;
  readonly client_id: string;
  readonly user_id: string | null;
  readonly scopes: readonly string[];
  readonly redirect_uri: string | null;
  /** PKCE's S256 challenge, where the app sent one. */
  readonly code_challenge: string | null;
  readonly status: "pending" | "approved" | "denied";
  /** ISO 8601 time. */
  readonly expires_at: string;
  /** ISO 8601 time of the last poll of a device. */
  readonly polled_at: string | null;
}
