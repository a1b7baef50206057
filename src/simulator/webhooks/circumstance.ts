import { URL_VALIDATION, WEBHOOK_VARIANTS, type WebhookEvent } from "../../domain/webhook.js";
import type { DeliveryEntry } from "./delivery-entry.js";

/**
 * What an endpoint should meet besides the events: `retry` is one that it accepts although it was sent before,
 * `urlValidation` one that it answers as Zoom asks for.
 */
export const WEBHOOK_CIRCUMSTANCES = ["retry", "urlValidation", ...WEBHOOK_VARIANTS] as const;
export type WebhookCircumstance = (typeof WEBHOOK_CIRCUMSTANCES)[number];

/** What an endpoint has met by a delivery that was just sent. */
export function metBy(entries: readonly DeliveryEntry[]): readonly (WebhookEvent | WebhookCircumstance)[] {
  const [first] = entries;
  if (!first) return [];
  const { event, variant, attempt, result } = first;
  const isAccepted = result === "delivered";
  if (event === URL_VALIDATION) return isAccepted ? ["urlValidation"] : [];
  const met: (WebhookEvent | WebhookCircumstance)[] = isAccepted ? [event] : [];
  if (isAccepted && attempt > 1) met.push("retry");
  // What a correct endpoint refuses it has met all the same. A retry comes without the copies of its variant.
  if (variant !== null && attempt === 1 && entries.some(({ status }) => status !== null)) met.push(variant);
  return met;
}
