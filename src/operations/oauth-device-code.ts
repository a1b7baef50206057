import * as v from "valibot";
import { isoTime } from "../domain/clock.js";
import { type Authorization, LIFETIMES, POLL_INTERVAL } from "../domain/oauth.js";
import { CLIENT_OUTCOMES, findClient } from "./oauth/find-client.js";
import { FORM_TYPES, formOf, parametersOf, queryOf } from "./oauth/parameters.js";
import { defineOperation, type OperationContext } from "./operation.js";

const query = queryOf({});

/** Begins the consent of a user on another screen than the device's own (RFC 8628). */
export const oauthDeviceCode = defineOperation({
  id: "oauthDeviceCode",
  method: "POST",
  path: "/oauth/devicecode",
  summary: "Get a code for a device without a browser",
  tag: "OAuth",
  security: "client",
  rateLimit: null,
  scopes: { classic: [], granular: [] },
  params: {},
  query,
  contentTypes: FORM_TYPES,
  body: () => formOf(query),
  success: "started",
  outcomes: {
    started: {
      when: "the user may consent now",
      required: true,
      reply: {
        schema: v.object({
          device_code: v.string(),
          user_code: v.string(),
          verification_uri: v.string(),
          verification_uri_complete: v.string(),
          expires_in: v.number(),
          interval: v.number(),
        }),
        sample: {
          device_code: "my-device-code",
          user_code: "WDJBMJHT",
          verification_uri: "https://zoom.us/oauth_device",
          verification_uri_complete: "https://zoom.us/oauth_device?user_code=WDJBMJHT",
          expires_in: LIFETIMES.deviceCode,
          interval: POLL_INTERVAL,
        },
      },
    },
    ...CLIENT_OUTCOMES,
  },
  handle: async (request, context) => {
    const client = await findClient(parametersOf(request), context);
    if ("outcome" in client) return client;
    const { mockUrl } = context.caller.client;
    const { id, user_code } = await addDevice(client.app, context);
    return {
      outcome: "started",
      reply: {
        device_code: id,
        user_code,
        verification_uri: `${mockUrl}/oauth_device`,
        verification_uri_complete: `${mockUrl}/oauth_device?user_code=${user_code}`,
        expires_in: LIFETIMES.deviceCode,
        interval: POLL_INTERVAL,
      },
    };
  },
});

/** Where nobody is asked for consent, the first user has given it. */
async function addDevice(
  { id: client_id, scopes }: { readonly id: string; readonly scopes: readonly string[] },
  { now, identifiers, world, caller }: OperationContext,
): Promise<Authorization & { readonly user_code: string }> {
  const [user] = caller.client.policy.autoConsent ? await world.first("users", 1) : [];
  const device = {
    id: identifiers.secret(40),
    type: "device",
    user_code: identifiers.secret(8).toUpperCase(),
    client_id,
    user_id: user?.id ?? null,
    scopes,
    redirect_uri: null,
    code_challenge: null,
    status: user ? "approved" : "pending",
    expires_at: isoTime(now + LIFETIMES.deviceCode * 1000),
    polled_at: null,
  } as const;
  world.put("authorizations", device);
  return device;
}
