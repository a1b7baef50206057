import type { AnyDecision, AnyOperation, Caller } from "../operations/operation.js";
import type { ZoomRequest } from "./exchange.js";
import type { Universe } from "./universe.js";

/** Which bearer tokens are taken: any at all, or only those that the mock issued. */
export type TokenMode = "any" | "issued";

/** Who calls, and for which account. */
export interface Identity {
  readonly caller: Caller;
  readonly accountId: string;
}

/** Finds out who calls from the Authorization header; or why the request is refused. */
export async function identify(
  { security = "bearer", scopes }: AnyOperation,
  { headers }: ZoomRequest,
  universe: Universe,
  mode: TokenMode,
): Promise<Identity | { readonly refusal: AnyDecision }> {
  const authorization = String(headers["authorization"] ?? "");
  const anyone = { caller: { userId: null, client: null }, accountId: universe.accountId };
  if (security === "client") return { ...anyone, caller: { userId: null, client: basicCredentials(authorization) } };
  const token = /^Bearer +(\S+)/i.exec(authorization)?.[1];
  if (token === undefined) return { refusal: { outcome: "accessTokenMissing" } };
  const issued = (await universe.store.get("tokens", token))?.value;
  if (mode === "issued") {
    if (issued?.type !== "access") return { refusal: { outcome: "accessTokenInvalid" } };
    if (Date.parse(issued.expires_at) <= universe.clock.now()) return { refusal: { outcome: "accessTokenExpired" } };
    if (issued.grant_type === "client_credentials") return { refusal: { outcome: "invalidApiKey" } };
    if (![...scopes.classic, ...scopes.granular].some((scope) => issued.scopes.includes(scope))) {
      return { refusal: { outcome: "scopesMissing", values: { scopes: scopes.granular.join(", ") } } };
    }
  }
  if (issued?.type !== "access") return anyone;
  return { caller: { userId: issued.user_id, client: null }, accountId: issued.account_id };
}

/** Name and password of HTTP Basic (RFC 7617). */
function basicCredentials(authorization: string): Caller["client"] {
  const encoded = /^Basic +(\S+)/i.exec(authorization)?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? { id: text, secret: "" } : { id: text.slice(0, colon), secret: text.slice(colon + 1) };
}
