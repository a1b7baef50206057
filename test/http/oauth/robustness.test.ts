import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../../src/index.js";
import { withApps } from "../outcomes/oauth-world.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock(withApps());
});
afterAll(() => zoom.close());

const ROUTES = [
  "POST /oauth/token",
  "POST /oauth/revoke",
  "POST /oauth/devicecode",
  "GET /oauth/authorize",
  "POST /oauth/authorize",
  "GET /oauth_device",
  "POST /oauth_device",
];
const odd = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom("__proto__", "constructor", "%", "%FF"),
);
const name = fc.oneof(
  odd,
  fc.constantFrom("grant_type", "account_id", "code", "refresh_token", "device_code", "client_id", "client_secret"),
  fc.constantFrom(
    "redirect_uri",
    "code_verifier",
    "response_type",
    "state",
    "decision",
    "user_id",
    "user_code",
    "token",
  ),
);
const value = fc.oneof(
  odd,
  fc.constantFrom("account_credentials", "authorization_code", "refresh_token", "client_credentials", "code", "allow"),
  fc.constantFrom("urn:ietf:params:oauth:grant-type:device_code", "user-app", "server", "s3cret", "acc", "host"),
  fc.constantFrom(
    "code",
    "challenged",
    "orphan",
    "waiting",
    "approved",
    "denied",
    "refresh",
    "http://localhost:3000/cb?a=1",
  ),
);
const pairs = fc
  .array(fc.tuple(name, value), { maxLength: 8 })
  .map((all) => all.map(([key, text]) => `${encode(key)}=${encode(text)}`).join("&"));
const credentials = fc.oneof(
  fc.constantFrom("user-app:zoom-mock-client-secret", "server:s3cret", "a:b", "off:zoom-mock-client-secret"),
  odd,
);
const scheme = fc.constantFrom("Basic ", "Bearer ", "basic   ", "");
const type = fc.constantFrom(
  "application/x-www-form-urlencoded",
  "application/json",
  "multipart/form-data; boundary=b",
  "",
);

/** Percent signs that mean nothing stay as they are. */
const encode = (text: string): string => (text.startsWith("%") ? text : encodeURIComponent(text));

test("no request to OAuth's routes is ever answered with a 5xx", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ROUTES),
      pairs,
      fc.oneof(pairs, fc.json(), odd),
      credentials,
      scheme,
      type,
      async (route, query, body, user, kind, contentType) => {
        const [method = "", path = ""] = route.split(" ");
        const response = await fetch(`${zoom.url}${path}?${query}`, {
          method,
          redirect: "manual",
          headers: {
            authorization: kind + Buffer.from(user).toString("base64"),
            ...(contentType !== "" && { "content-type": contentType }),
          },
          ...(method === "POST" && { body: Buffer.from(body) }),
        });
        expect(response.status).toBeLessThan(500);
      },
    ),
    { numRuns: 400 },
  );
});
