import { isoTime } from "../../domain/clock.js";
import { type Authorization, POLL_INTERVAL } from "../../domain/oauth.js";
import { issueTokenPair } from "./issue-token.js";
import type { Grant, TokenRequest } from "./token-outcomes.js";
import { holderOf, isAlive } from "./user-grants.js";

/** `urn:ietf:params:oauth:grant-type:device_code`: a device asks whether its user has consented yet (RFC 8628, 3.4). */
export const deviceCode: Grant = async ({ app, parameters, context }) => {
  const { world, now } = context;
  const device = await world.get("authorizations", parameters["device_code"] ?? "");
  if (device?.type !== "device" || device.client_id !== app.id) return { outcome: "invalidDeviceCode" };
  if (!isAlive(device, now)) return { outcome: "deviceCodeExpired" };
  if (device.status === "denied") return { outcome: "accessDenied" };
  if (device.status === "pending") return waiting(device, context);
  const holder = await holderOf(device, "device_code", world);
  if (!holder) return { outcome: "invalidDeviceCode" };
  world.delete("authorizations", device.id);
  return { outcome: "issuedWithRefreshToken", reply: issueTokenPair(holder, context) };
};

function waiting(device: Authorization, { world, now, knows }: TokenRequest["context"]) {
  const { polled_at } = device;
  world.put("authorizations", { ...device, polled_at: isoTime(now) });
  const isTooSoon = polled_at !== null && now < Date.parse(polled_at) + POLL_INTERVAL * 1000;
  return { outcome: isTooSoon && knows("slowDown") ? "slowDown" : "authorizationPending" } as const;
}
