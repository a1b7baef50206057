import { createIdentifiers } from "../domain/identifiers.js";
import type { App, Token } from "../domain/oauth.js";
import type { World } from "../domain/world.js";

/** What a client needs to be in a universe without knowing of universes. */
export interface Credentials {
  /** A bearer token that never expires. */
  readonly token: string;
  readonly client_id: string;
  readonly client_secret: string;
}

/** The credentials of a universe: always the same for an id, so that a test can repeat itself. */
export const credentialsOf = (id: string): Credentials => ({
  token: `${TOKEN}${id}`,
  client_id: `${CLIENT}${id}`,
  client_secret: createIdentifiers(`${CLIENT}${id}`).secret(32),
});

/** The id of the universe that an Authorization header names, by a bearer token or by the client id of HTTP Basic. */
export function universeOfAuthorization(authorization: string): string | undefined {
  const [, scheme = "", sent = ""] = /^(Bearer|Basic) +(\S+)/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() !== "basic") return universeOfToken(sent);
  const [clientId = ""] = Buffer.from(sent, "base64").toString("utf8").split(":", 1);
  return clientId.startsWith(CLIENT) ? clientId.slice(CLIENT.length) : undefined;
}

/** The world with the app and the token of the credentials in it, whatever it holds besides. */
export function withCredentials(world: World, credentials: Credentials, scopes: readonly string[]): World {
  const { account_id } = world;
  const app: App = {
    id: credentials.client_id,
    client_secret: credentials.client_secret,
    name: "The app of this universe",
    type: "server_to_server",
    account_id,
    scopes,
    redirect_uris: [],
    status: "active",
  };
  const token: Token = {
    id: credentials.token,
    type: "access",
    grant_type: "account_credentials",
    client_id: app.id,
    account_id,
    user_id: null,
    access_token: null,
    scopes,
    expires_at: "9999-12-31T00:00:00Z",
  };
  return { ...world, apps: withOne(world.apps, app), tokens: withOne(world.tokens, token) };
}

const TOKEN = "zoom-mock-token-";
const CLIENT = "zoom-mock-client-";

/** Three parts in base64url, of which the second is the payload (RFC 7519). */
const JWT = /^[\w-]+\.([\w-]+)\.[\w-]*$/;

/**
 * The id of the universe that a bearer token names: a universe's own token, or one that was issued in it, which is a
 * JWT with the id as the claim `universe`.
 */
function universeOfToken(token: string): string | undefined {
  if (token.startsWith(TOKEN)) return token.slice(TOKEN.length);
  const payload = JWT.exec(token)?.[1];
  return payload === undefined ? undefined : claimIn(payload);
}

function claimIn(payload: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    const named = typeof claims === "object" && claims !== null && "universe" in claims ? claims.universe : undefined;
    return typeof named === "string" ? named : undefined;
  } catch {
    // Any text may be a bearer token.
    return undefined;
  }
}

/** What the world says of it itself holds. */
const withOne = <Entity extends { readonly id: string }>(entities: readonly Entity[], one: Entity) =>
  entities.some(({ id }) => id === one.id) ? entities : [...entities, one];
