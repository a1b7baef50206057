import type { AnyDecision, AnyOperation, Caller, Client, TokenPolicy } from "../operations/operation.js";
import type { ZoomRequest } from "./exchange.js";
import type { PreparedOperation } from "./prepared-operation.js";
import type { Universe } from "./universe.js";

/** Who calls, and for which account. */
export interface Identity {
  readonly caller: Caller;
  readonly accountId: string;
}

/** Finds out who calls from the Authorization header; or why the request is refused. */
export async function identify(
  { operation, knows }: PreparedOperation,
  request: ZoomRequest,
  universe: Universe,
  policy: TokenPolicy,
): Promise<Identity | { readonly refusal: AnyDecision }> {
  const { accountId } = universe;
  if (operation.security === "client") {
    return { caller: { userId: null, client: clientOf(operation, request, universe, policy) }, accountId };
  }
  const token = /^Bearer +(\S+)/i.exec(String(request.headers["authorization"] ?? ""))?.[1];
  if (token === undefined) return { refusal: { outcome: "accessTokenMissing" } };
  const issued = (await universe.store.get("tokens", token))?.value;
  if (policy.mode === "issued") {
    if (issued?.type !== "access") return { refusal: { outcome: "accessTokenInvalid" } };
    // Deactivating an app kills its tokens. Source: Zoom's pages on OAuth.
    const app = (await universe.store.get("apps", issued.client_id))?.value;
    if (app?.status === "disabled") return { refusal: { outcome: "accessTokenInvalid" } };
    if (Date.parse(issued.expires_at) <= universe.clock.now()) return { refusal: { outcome: "accessTokenExpired" } };
    if (issued.grant_type === "client_credentials" && knows("invalidApiKey")) {
      return { refusal: { outcome: "invalidApiKey" } };
    }
    if (!hasScope(issued.scopes, operation.scopes)) {
      const { granular, classic } = operation.scopes;
      const scopes = (granular.length > 0 ? granular : classic).join(", ");
      return { refusal: { outcome: "scopesMissing", values: { scopes } } };
    }
  }
  if (issued?.type !== "access") return { caller: ANYONE, accountId };
  return { caller: { userId: issued.user_id, client: NO_CLIENT }, accountId: issued.account_id };
}

/** One of an operation's scopes is enough, of whichever kind; an operation that names none asks for none. */
const hasScope = (held: readonly string[], { classic, granular }: AnyOperation["scopes"]): boolean =>
  classic.length + granular.length === 0 ||
  classic.some((scope) => held.includes(scope)) ||
  granular.some((scope) => held.includes(scope));

const NO_CLIENT: Client = {
  credentials: null,
  mockUrl: "",
  universeId: "",
  policy: { mode: "any", everyScope: [], autoConsent: false },
};

const ANYONE: Caller = { userId: null, client: NO_CLIENT };

const clientOf = (operation: AnyOperation, request: ZoomRequest, { id }: Universe, policy: TokenPolicy): Client => ({
  credentials: basicCredentials(String(request.headers["authorization"] ?? "")),
  mockUrl: mockUrl(operation.path, request),
  universeId: id,
  policy,
});

/** Where the request found the mock: also behind a proxy, and below the path that it is mounted at. */
function mockUrl(path: string, { url, headers }: ZoomRequest): string {
  const scheme = headers["x-forwarded-proto"] === "https" ? "https" : "http";
  const [sent = ""] = url.split("?", 1);
  const mountedAt = sent.endsWith(path) ? sent.slice(0, -path.length) : "";
  return `${scheme}://${String(headers["host"] ?? "localhost")}${mountedAt}`;
}

/** Name and password of HTTP Basic (RFC 7617). */
function basicCredentials(authorization: string): Client["credentials"] {
  const encoded = /^Basic +(\S+)/i.exec(authorization)?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, "base64").toString("utf8");
  const colon = text.indexOf(":");
  return colon < 0 ? { id: text, secret: "" } : { id: text.slice(0, colon), secret: text.slice(colon + 1) };
}
