import type { App } from "../../domain/oauth.js";
import type { Universe } from "../universe.js";
import type { ConsentProblem } from "./consent.js";

/** What an app asks a user for at `GET /oauth/authorize`. */
export interface AuthorizationRequest {
  readonly app: App;
  readonly redirectUri: string;
  /** Goes back as it came; `null` where there was none. */
  readonly state: string | null;
  readonly codeChallenge: string | null;
}

/**
 * Reads the query of `GET /oauth/authorize`. What is wrong is never told to the redirect URI: it may be nobody's, and
 * the developer is the one who must see it.
 */
export async function readAuthorizationRequest(
  query: URLSearchParams,
  universe: Universe,
): Promise<AuthorizationRequest | ConsentProblem> {
  const clientId = query.get("client_id") ?? "";
  const app = (await universe.store.get("apps", clientId))?.value;
  if (!app) return { problem: await unknownApp(clientId, universe) };
  const redirectUri = query.get("redirect_uri") ?? "";
  const challenge = query.get("code_challenge");
  const problem = problemOfApp(app, redirectUri) ?? problemOfQuery(query, challenge);
  return problem === undefined
    ? { app, redirectUri, state: query.get("state"), codeChallenge: challenge }
    : { problem };
}

async function unknownApp(clientId: string, universe: Universe): Promise<string> {
  const apps = await universe.store.page("apps", 20);
  const known = apps.filter(({ type }) => type === "user").map(({ id }) => id);
  const hint = known.length > 0 ? ` It has ${known.join(", ")}.` : "";
  return clientId === ""
    ? `The client_id is missing. Send that of an app of the scenario.${hint}`
    : `The scenario has no app with the client_id ${clientId}. Add it to its apps, of type "user", with its redirect_uris.${hint}`;
}

function problemOfApp({ id, type, status, redirect_uris }: App, redirectUri: string): string | undefined {
  if (status === "disabled") return `The app ${id} is disabled. Set its status to "active".`;
  if (type !== "user") {
    return `The app ${id} is a server-to-server app, which asks no user. Ask for a token with grant_type=account_credentials, or make its type "user".`;
  }
  if (!redirect_uris.includes(redirectUri)) {
    const registered = redirect_uris.length > 0 ? redirect_uris.join(", ") : "none";
    return `The app ${id} has not registered the redirect_uri ${redirectUri === "" ? "(none was sent)" : redirectUri}. It has: ${registered}. Send one of these to the letter, or add yours to the app's redirect_uris.`;
  }
  return URL.canParse(redirectUri)
    ? undefined
    : `The redirect_uri ${redirectUri} is registered, but it is no absolute URL. Correct it in the scenario.`;
}

function problemOfQuery(query: URLSearchParams, challenge: string | null): string | undefined {
  if (query.get("response_type") !== "code") {
    return `The response_type is ${query.get("response_type") ?? "missing"}. Zoom gives codes only: send response_type=code.`;
  }
  if (challenge !== null && query.get("code_challenge_method") !== "S256") {
    return `The code_challenge_method is ${query.get("code_challenge_method") ?? "missing"}. Send S256 with a code_challenge.`;
  }
  return undefined;
}
