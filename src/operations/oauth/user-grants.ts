import type { Authorization, Token } from "../../domain/oauth.js";
import { codeChallenge } from "../../domain/pkce.js";
import { firstThatApplies, type WorldView } from "../operation.js";
import { type Holder, issueTokenPair } from "./issue-token.js";
import type { Grant } from "./token-outcomes.js";

/** `authorization_code`: a user has consented, and the app shows the code it got for that. */
export const authorizationCode: Grant = async ({ app, parameters, context }) => {
  const { world, now } = context;
  const code = parameters["code"] ?? "";
  const found = await world.get("authorizations", code);
  const isGood = found?.type === "code" && found.client_id === app.id && isAlive(found, now);
  const holder = isGood ? await holderOf(found, "authorization_code", world) : undefined;
  if (!found || !holder) return { outcome: "invalidAuthorizationCode", values: { code } };
  const refusal = firstThatApplies(context, [
    [found.redirect_uri !== (parameters["redirect_uri"] ?? null), { outcome: "redirectUriMismatch" }],
    [!(await fits(parameters["code_verifier"], found.code_challenge)), { outcome: "invalidCodeVerifier" }],
  ]);
  if (refusal) return refusal;
  world.delete("authorizations", code);
  return { outcome: "issuedWithRefreshToken", reply: issueTokenPair(holder, context) };
};

/** `refresh_token`: a new pair for an old one. */
export const refreshToken: Grant = async ({ app, parameters, context }) => {
  const { world, now, switches } = context;
  const old = await world.get("tokens", parameters["refresh_token"] ?? "");
  if (old?.type !== "refresh" || old.client_id !== app.id || !isAlive(old, now)) {
    return { outcome: "invalidRefreshToken" };
  }
  if (switches.refreshTokenRotation === "strict") await deletePair(old, world);
  return { outcome: "issuedWithRefreshToken", reply: issueTokenPair(old, context) };
};

/** Deletes a token; of a refresh token its access token too. */
export async function deletePair({ id, access_token }: Token, world: WorldView): Promise<void> {
  world.delete("tokens", id);
  // Only what was read can be deleted.
  if (access_token !== null && (await world.get("tokens", access_token))) world.delete("tokens", access_token);
}

/** Who has consented; undefined when there is no such user any more. */
export async function holderOf(
  { client_id, user_id, scopes }: Authorization,
  grant_type: Holder["grant_type"],
  world: WorldView,
): Promise<Holder | undefined> {
  const user = await world.get("users", user_id ?? "");
  return user && { grant_type, client_id, account_id: user.account_id, user_id: user.id, scopes };
}

/** Whether its time is not over yet. */
export const isAlive = ({ expires_at }: { readonly expires_at: string }, now: number): boolean =>
  now < Date.parse(expires_at);

/** Without a challenge no verifier is asked for. */
const fits = async (verifier: string | undefined, challenge: string | null): Promise<boolean> =>
  challenge === null || (verifier !== undefined && (await codeChallenge(verifier)) === challenge);
