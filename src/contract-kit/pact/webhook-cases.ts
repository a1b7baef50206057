import { WEBHOOK_NAMES, type WebhookName } from "../../domain/webhook.js";
import { loadWebhookPayload } from "../../fixtures/load-webhook-payloads.js";
import type { PactMessage, PactState } from "./pact-builders.js";
import { stateOf, webhook } from "./webhook.js";

/** One webhook of a contract with the mock: the arguments of PactV4's methods. */
export interface WebhookCase {
  readonly event: WebhookName;
  /** Empty where the state does not matter. */
  readonly given: readonly PactState[];
  readonly expectsToReceive: PactMessage;
}

/** Every webhook that Zoom sends. Those that are assumed are left out: a switch sends them, and Zoom does not. */
export const webhookCases = (): readonly WebhookCase[] =>
  WEBHOOK_NAMES.filter((event) => loadWebhookPayload(event).evidence !== "assumed").map((event) => {
    const state = stateOf(event);
    return { event, given: state ? [state] : [], expectsToReceive: webhook(event) };
  });
