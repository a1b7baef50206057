// The contract kit for Pact, exported as `zoom-mock/pact`. It loads nothing of Pact's: what it gives goes into the
// builders of the Pact that a consumer has installed.

// Every documented outcome as an interaction.
export { type ContractCase, contractCases } from "./contract-kit/pact/contract-cases.js";
export type { ContractMessage } from "./contract-kit/pact/contract-message.js";
// Matchers, and forms of one's own.
export {
  type AnySetting,
  anySetting,
  jsonText,
  type SettingsTemplate,
} from "./contract-kit/pact/live-stream-settings.js";
// What a consumer's contract says.
export { type LiveStreamStatusRequest, livestreamStatus } from "./contract-kit/pact/livestream-status.js";
export { equal, type PactMatcher, regex, type Template } from "./contract-kit/pact/matcher.js";
export { multipartForm } from "./contract-kit/pact/multipart-form.js";
export type { AnswerParams, OperationId, OperationRequest, OutcomeName } from "./contract-kit/pact/operation-by-id.js";
export { type LiveStreamOutcome, type LiveStreamOutcomes, outcomes, outcomesIn } from "./contract-kit/pact/outcomes.js";
// What Pact's builders are given.
export type {
  PactMessage,
  PactMessageBuilder,
  PactRequest,
  PactRequestBuilder,
  PactResponse,
  PactResponseBuilder,
  PactState,
} from "./contract-kit/pact/pact-builders.js";
export { providerState } from "./contract-kit/pact/provider-state.js";
export { request } from "./contract-kit/pact/request.js";
export { type Responses, responses } from "./contract-kit/pact/responses.js";
export type { ContractEncoding } from "./contract-kit/pact/situation.js";
export type { StreamableId } from "./contract-kit/pact/streamable-id.js";

// Webhooks.
export {
  type PactAsynchronousMessage,
  type SignedWebhook,
  signedWebhook,
} from "./contract-kit/pact/signed-webhook.js";
export { type WebhookParams, webhook } from "./contract-kit/pact/webhook.js";
export { type WebhookCase, webhookCases } from "./contract-kit/pact/webhook-cases.js";
export type { WebhookName } from "./domain/webhook.js";
