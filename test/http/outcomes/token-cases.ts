import { expect } from "vitest";
import { withApps } from "./oauth-world.js";
import { type RestCase, zoomError } from "./rest-case.js";

/** How a token is refused. test/http/oauth/bearer-tokens.test.ts meets all of them for every operation. */
export const TOKEN_REFUSALS = ["accessTokenInvalid", "accessTokenExpired", "scopesMissing", "invalidApiKey"];

const ISSUED = withApps({ tokens: "issued" });

/** One operation that reads, and one that changes something. */
function details(outcome: string, token: string, rest: Partial<RestCase> & Pick<RestCase, "status">): RestCase {
  const headers = { authorization: `Bearer ${token}` };
  const request = { method: "GET", path: "/v2/meetings/68423085/livestream", headers };
  return { operation: "getMeetingLiveStreamDetails", outcome, request, options: ISSUED, ...rest };
}
function update(outcome: string, token: string, rest: Partial<RestCase> & Pick<RestCase, "status">): RestCase {
  const headers = { authorization: `Bearer ${token}` };
  const body = { stream_url: "rtmp://a", stream_key: "k", page_url: "" };
  const request = { method: "PATCH", path: "/v2/meetings/68423085/livestream", headers, body };
  return { operation: "meetingLiveStreamUpdate", outcome, request, options: ISSUED, ...rest };
}

const INVALID = { status: 401, body: zoomError(124, "Invalid access token.") };
const EXPIRED = { status: 401, body: zoomError(124, "Access token is expired.") };
const INVALID_KEY = { status: 400, body: zoomError(200, "Invalid api key or secret.") };
const lacking = (scopes: string) => ({
  status: 400,
  body: zoomError(4711, `Invalid access token, does not contain scopes:[${scopes}].`),
});

export const TOKEN_CASES: readonly RestCase[] = [
  ...["classic", "granular"].map((token) => details("details", token, { status: 200 })),
  ...["unknown", "refresh", "of-a-disabled-app"].map((token) => details("accessTokenInvalid", token, INVALID)),
  details("accessTokenExpired", "expired", EXPIRED),
  details("invalidApiKey", "app-only", INVALID_KEY),
  details("scopesMissing", "scopeless", lacking("meeting:read:livestream, meeting:read:livestream:admin")),
  update("accessTokenInvalid", "unknown", INVALID),
  update("accessTokenExpired", "expired", EXPIRED),
  update("invalidApiKey", "app-only", INVALID_KEY),
  update("scopesMissing", "classic", {
    ...lacking("meeting:update:livestream, meeting:update:livestream:admin"),
    after: async (zoom) => expect((await zoom.meetings.get("68423085")).livestream?.stream_url).not.toBe("rtmp://a"),
  }),
  ...["unknown", "expired", "app-only", "scopeless"].map((token) =>
    details("details", token, { status: 200, options: withApps({ tokens: "any" }) }),
  ),
];
