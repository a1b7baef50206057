import { isoTime } from "../../domain/clock.js";
import { LIFETIMES } from "../../domain/oauth.js";
import type { Universe } from "../universe.js";
import type { AuthorizationRequest } from "./authorization-request.js";
import { type Consent, type ConsentProblem, change, unknownUser } from "./consent.js";

/** Where the browser goes once the user has answered: to the app, with a code or with what was declined. */
export async function answerAuthorization(
  { app, redirectUri, state, codeChallenge }: AuthorizationRequest,
  { userId, allowed }: Consent,
  universe: Universe,
): Promise<{ readonly location: string } | ConsentProblem> {
  if (!allowed) return { location: withParameters(redirectUri, { error: "access_denied", state }) };
  const code = universe.identifiers.secret(32);
  const isKnown = await change(universe, async (world) => {
    const user = await world.get("users", userId);
    if (user) {
      world.put("authorizations", {
        id: code,
        type: "code",
        user_code: null,
        client_id: app.id,
        user_id: userId,
        scopes: app.scopes,
        redirect_uri: redirectUri,
        code_challenge: codeChallenge,
        status: "approved",
        expires_at: isoTime(universe.clock.now() + LIFETIMES.authorizationCode * 1000),
        polled_at: null,
      });
    }
    return user !== undefined;
  });
  if (!isKnown) return { problem: unknownUser(userId) };
  return { location: withParameters(redirectUri, { code, state }) };
}

/**
 * A URI with more parameters; those it has stay as they are. Percent-encoded throughout: not every app reads a plus as
 * the space that a form means by it.
 */
function withParameters(uri: string, parameters: Readonly<Record<string, string | null>>): string {
  const url = new URL(uri);
  const added = Object.entries(parameters).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  url.search = [url.search.slice(1), ...added].filter((part) => part !== "").join("&");
  return url.href;
}
