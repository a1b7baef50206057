import { deliveryHeaders, requestIdOf } from "../../webhooks/delivery-headers.js";
import { forge } from "../../webhooks/forge.js";
import { type PactMatcher, regex } from "./matcher.js";

/** The headers of a delivery that a receiver reads, by their recorded form. The others are for Zoom's own tracing. */
const FORMS: Readonly<Record<string, string>> = {
  "content-type": "application/json(?:; ?charset=utf-8)?",
  "x-zm-request-id": "[0-9a-f]{8}(?:_[0-9a-f]{4}){3}_[0-9a-f]{12}",
  "x-zm-request-timestamp": "\\d{10}",
  "x-zm-signature": "v0=[0-9a-f]{64}",
};

/**
 * The headers of a delivery as a message's metadata.
 *
 * @param event Another example for each.
 * @param now Milliseconds since the epoch.
 */
export function webhookMetadata(event: string, now: number): Record<string, PactMatcher<string>> {
  const letter = { secretToken: event, body: event, requestId: requestIdOf(event), otherRequestId: "", now };
  const examples = forge(null, letter).map((request) => deliveryHeaders(request, "", event))[0] ?? {};
  return Object.fromEntries(
    Object.entries(FORMS).map(([name, form]) => [name, regex(`^${form}$`, examples[name] ?? "")]),
  );
}
