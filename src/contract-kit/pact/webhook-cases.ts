import { WEBHOOK_NAMES, type WebhookName } from "../../domain/webhook.js";
import type { PactMessage, PactState } from "./pact-builders.js";
import { stateOf, webhook } from "./webhook.js";
import { payloadOf } from "./webhook-content.js";

/** One webhook of a contract with the mock: the arguments of PactV4's methods. */
export interface WebhookCase {
  readonly event: WebhookName;
  /** Empty where the state does not matter. */
  readonly given: readonly PactState[];
  readonly expectsToReceive: PactMessage;
}

/** Every webhook that Zoom sends. Those that are assumed are left out: a switch sends them, and Zoom does not. */
export const webhookCases = (): readonly WebhookCase[] =>
  WEBHOOK_NAMES.filter((event) => payloadOf(event).evidence !== "assumed").map((event) => {
    const state = stateOf(event);
    return { event, given: state ? [state] : [], expectsToReceive: webhook(event) };
  });
