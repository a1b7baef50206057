import type { SignedRequest } from "./forge.js";
import { hexDigits } from "./hex-digits.js";

/**
 * The headers of a delivery, as they were recorded. Source: brentcurtis76/fne-lms, docs/planning/zoom-spike-results.md
 * and its captured webhooks, 2026-07-30.
 *
 * @param seed Another one for each request.
 */
export function deliveryHeaders(request: SignedRequest, clientId: string, seed: string): Record<string, string> {
  return {
    "content-type": "application/json; charset=utf-8",
    "user-agent": "Zoom Marketplace/1.0a",
    "x-zm-request-timestamp": request.timestamp,
    "x-zm-signature": request.signature,
    "x-zm-request-id": request.requestId,
    "x-zm-trackingid": `v=2.0;clid=us02;rid=WEB_${hexDigits(`${seed}/tracking`, 32)}`,
    traceparent: `00-${hexDigits(`${seed}/trace`, 32)}-${hexDigits(`${seed}/span`, 16)}-02`,
    "zm-trace-upstream": "Meeting_Web_marketplace-consumer",
    clientid: clientId,
  };
}

/** A request id: 8_4_4_4_12 digits, as it was recorded. It stays the same across retries. */
export const requestIdOf = (seed: string): string =>
  hexDigits(`${seed}/request`, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1_$2_$3_$4_");
