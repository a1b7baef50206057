import { createHmac } from "node:crypto";

/**
 * The value of header `x-zm-signature`: "v0=" and HMAC-SHA256 in hexadecimal over `v0:{timestamp}:{raw body}`.
 * Source: developers.zoom.us, "Using webhooks"; measured by fne-lms (zoom-spike-results §8).
 *
 * @param timestamp The text of header `x-zm-request-timestamp`.
 */
export function signatureOf(secretToken: string, timestamp: string, body: string | Uint8Array): string {
  return `v0=${createHmac("sha256", secretToken).update(`v0:${timestamp}:`).update(body).digest("hex")}`;
}

/** What an endpoint makes of the plainToken of `endpoint.url_validation`. */
export const encryptedTokenOf = (secretToken: string, plainToken: string): string =>
  createHmac("sha256", secretToken).update(plainToken).digest("hex");
