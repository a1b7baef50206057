import type { Duration } from "../domain/duration.js";
import type { Webhook, WebhookEvent, WebhookVariant } from "../domain/webhook.js";
import type { DeliveryFilter, WebhookDelivery } from "../simulator/webhooks/delivery.js";
import type { Call } from "./command.js";
import { listDeliveries, redeliver, waitForDelivery } from "./delivery-commands.js";
import { subscribeWebhook, triggerWebhook, validateWebhook } from "./webhook-commands.js";

/** An endpoint that wants to be told of events. */
export interface WebhookSubscription {
  /**
   * Where it is. Other machines than this one need option `allowWebhookHosts`.
   * @example "http://127.0.0.1:3000/zoom/events"
   */
  readonly url: string;
  /**
   * What it is told of; `"*"` stands for all.
   * @default ["*"]
   * @example ["meeting.live_streaming_started"]
   */
  readonly events?: readonly (WebhookEvent | "*")[];
  /**
   * What its signatures are made with.
   * @default "zoom-mock-secret-token"
   * @example "s3cret"
   */
  readonly secretToken?: string;
  /**
   * Its app, as header `clientid` names it.
   * @default "zoom-mock"
   * @example "my-app"
   */
  readonly clientId?: string;
  /**
   * How everything is delivered, to try the receiver with.
   * @default null: as Zoom does
   * @example "duplicate"
   */
  readonly variant?: WebhookVariant | null;
}

/** What to trigger, and for whom. */
export interface WebhookTrigger {
  /** An endpoint; those who subscribed to the event where it is left out. */
  readonly url?: string;
  readonly secretToken?: string;
  readonly clientId?: string;
  /** The meeting or webinar that is told of; the first one where it is left out. */
  readonly id?: string;
  /** How it is delivered; as the subscription says where it is left out. */
  readonly variant?: WebhookVariant | null;
}

/** Tells endpoints of what happens, and shows what they were told and what they answered. */
export interface WebhookControl {
  /**
   * Subscribes an endpoint.
   *
   * @param subscription With `validate: false` it is taken for validated, and is sent no `endpoint.url_validation`.
   * @throws ZoomMockControlError with status 409 when the endpoint does not answer the validation as Zoom asks for, 403
   *   when the mock must not send there.
   */
  subscribe(
    subscription: WebhookSubscription & { readonly id?: string; readonly validate?: boolean },
  ): Promise<Webhook>;
  /**
   * Validates a subscription's endpoint now, and enables the subscription if it was disabled.
   *
   * @throws ZoomMockControlError with status 409 when the endpoint fails, 404 when there is no subscription with the id.
   */
  validate(id: string): Promise<Webhook>;
  /**
   * Delivers an event that has not happened; resolves once it was sent, however it was answered.
   *
   * @throws ZoomMockControlError with status 409 when nobody subscribed to it, 404 when there is nothing to tell of.
   */
  trigger(event: WebhookEvent | "endpoint.url_validation", options?: WebhookTrigger): Promise<WebhookDelivery[]>;
  /** The last deliveries, oldest first. */
  deliveries(filter?: DeliveryFilter): Promise<WebhookDelivery[]>;
  /**
   * Sends a delivery once more: the same body and request id with another timestamp and signature.
   *
   * @throws ZoomMockControlError with status 404 when there is none with the id.
   */
  redeliver(id: number): Promise<WebhookDelivery>;
  /**
   * Waits, in real time, for a delivery: one that has arrived, unless `status` says otherwise. One that is in the log
   * already counts; `after` leaves out those up to an id.
   *
   * @param options `timeout` is at most a minute, and five seconds where it is left out.
   * @throws ZoomMockControlError with status 404 when there is none in time, 410 when the mock is closed, or the
   *   universe deleted, before.
   */
  waitForDelivery(filter?: DeliveryFilter, options?: { readonly timeout?: Duration }): Promise<WebhookDelivery>;
}

/** The methods over a transport. */
export function createWebhookClient(call: Call): WebhookControl {
  type Deliveries = { readonly deliveries: WebhookDelivery[] };
  return {
    subscribe: (body) => call(subscribeWebhook, { body }),
    validate: (id) => call(validateWebhook, { id }),
    trigger: async (event, options = {}) =>
      (await call<Deliveries>(triggerWebhook, { body: { event, ...options } })).deliveries,
    deliveries: async (filter = {}) => (await call<Deliveries>(listDeliveries, { ...filter })).deliveries,
    redeliver: (id) => call(redeliver, { id }),
    waitForDelivery: (filter = {}, options = {}) => call(waitForDelivery, { ...filter, ...options }),
  };
}
