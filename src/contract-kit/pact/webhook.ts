import { URL_VALIDATION, WEBHOOK_NAMES, type WebhookName } from "../../domain/webhook.js";
import { didYouMean } from "../../text/nearest.js";
import type { PactMessage, PactState } from "./pact-builders.js";
import { providerState } from "./provider-state.js";
import { causeOf } from "./webhook-cause.js";
import { SAMPLE_TIME, webhookContent } from "./webhook-content.js";
import { webhookMetadata } from "./webhook-metadata.js";

/** Whom an event tells of, by the parameter of the state that leads to it. Without one, as in the catalogue. */
type IdOf<Name extends WebhookName> = Name extends `${string}.created`
  ? { readonly userId?: string }
  : Name extends `meeting.${string}`
    ? { readonly meetingId?: string }
    : Name extends `webinar.${string}`
      ? { readonly webinarId?: string }
      : unknown;

/** What a webhook can be told. */
export type WebhookParams<Name extends WebhookName = WebhookName> = IdOf<Name> & {
  /** What of the payload matters besides, as it is given: values exactly, or matchers of your own. */
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Tells it from other interactions with the same event: a part of the description. */
  readonly when?: string;
};

/**
 * What Zoom sends to an endpoint because of an event, for PactV4's `expectsToReceive`:
 * `webhook("meeting.ended", { meetingId })`. The event's name, the id and what is given are matched exactly; the other
 * members that Zoom documents by kind, and of the headers those that a receiver reads by their form.
 *
 * @param name Zoom's name of the event. By this name in the description the event is brought about when the contract is
 *   verified.
 * @throws RangeError when there is no such event, or it is told another id than its own.
 */
export function webhook<const Name extends WebhookName>(name: Name, params?: WebhookParams<Name>): PactMessage {
  const { payload, when, ...ids } = (params ?? {}) as WebhookParams & Readonly<Record<string, string>>; // what is left
  const [, known] = stateOf(name, ids) ?? ["", {}];
  const content = webhookContent(name, known, { ...(payload && { payload }) });
  const metadata = webhookMetadata(name, SAMPLE_TIME);
  return [
    when === undefined ? name : `${name}, ${when}`,
    (builder) => {
      builder.withJSONContent(content).withMetadata(metadata);
    },
  ];
}

/**
 * The state of the catalogue that leads to a webhook; a validation needs none.
 *
 * @throws RangeError when there is no such event, or the state has no such parameter.
 */
export function stateOf(name: WebhookName, params: Readonly<Record<string, string>> = {}): PactState | undefined {
  if (!WEBHOOK_NAMES.includes(name)) {
    throw new RangeError(
      `Failed to describe the webhook ${name}: there is no such event.${didYouMean(name, WEBHOOK_NAMES)}`,
    );
  }
  return name === URL_VALIDATION ? undefined : providerState(causeOf(name).state, params);
}
