import { isoTime } from "../../domain/clock.js";
import { jsonWebToken } from "../../domain/json-web-token.js";
import { LIFETIMES, type Token } from "../../domain/oauth.js";
import type { OperationContext } from "../operation.js";

/** What a token allows, and to whom. */
export type Holder = Pick<Token, "grant_type" | "client_id" | "account_id" | "user_id" | "scopes">;

/** Issues an access token. */
export function issueAccessToken(holder: Holder, context: OperationContext) {
  const { switches, caller, world } = context;
  const token = newToken(holder, "access", LIFETIMES.accessToken, null, context);
  world.put("tokens", token);
  return {
    access_token: token.id,
    expires_in: LIFETIMES.accessToken,
    scope: holder.scopes.join(" "),
    api_url: switches.tokenApiUrl === "mock" ? caller.client.mockUrl : "https://api.zoom.us",
  };
}

/** Issues an access token and a refresh token. */
export function issueTokenPair(holder: Holder, context: OperationContext) {
  const reply = issueAccessToken(holder, context);
  const token = newToken(holder, "refresh", LIFETIMES.refreshToken, reply.access_token, context);
  context.world.put("tokens", token);
  return { ...reply, refresh_token: token.id };
}

function newToken(
  { grant_type, client_id, account_id, user_id, scopes }: Holder,
  type: Token["type"],
  seconds: number,
  accessToken: string | null,
  { now, identifiers, caller }: OperationContext,
): Token {
  const claims = {
    aud: "https://oauth.zoom.us",
    iss: `zm:cid:${client_id}`,
    uid: user_id,
    aid: account_id,
    iat: Math.floor(now / 1000),
    exp: Math.floor(now / 1000) + seconds,
    jti: identifiers.secret(22),
    universe: caller.client.universeId,
  };
  return {
    id: jsonWebToken(claims, identifiers.secret(SIGNATURE_LENGTH)),
    type,
    grant_type,
    client_id,
    account_id,
    user_id,
    scopes,
    access_token: accessToken,
    expires_at: isoTime(now + seconds * 1000),
  };
}

/** As long as 64 bytes in base64url, which is what HS512 makes. */
const SIGNATURE_LENGTH = 86;
