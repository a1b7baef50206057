import type { Meeting, Webinar } from "../../domain/scheduled.js";
import {
  EVERY_EVENT,
  isAnnounced,
  WEBHOOK_EVENTS,
  type Webhook,
  type WebhookEvent,
  type WebhookVariant,
} from "../../domain/webhook.js";
import type { PublishedEvent } from "../event-log.js";
import type { WebhookDelivery } from "./delivery.js";
import { type DeliveryLog, shown, type Target } from "./delivery-log.js";
import type { WebhookOffice } from "./office.js";
import { payloadValues } from "./payload-values.js";
import { createShipping, type Shipping, targetOf } from "./shipping.js";
import type { UnderWay } from "./under-way.js";
import { createValidations } from "./validations.js";

/** An event to be delivered although it has not happened. */
interface TriggeredEvent {
  readonly event: WebhookEvent;
  readonly entity: Meeting | Webinar;
  readonly targets: readonly { readonly target: Target; readonly variant: WebhookVariant | null }[];
}

/** Tells the endpoints of one universe what happens in it. Nothing of it is on the path of a request. */
export interface Webhooks {
  /** To be told of a world that was loaded. What was still to be sent of the one before is given up. */
  load(webhooks: readonly Webhook[]): void;
  /** To be told of a subscription that was put or (`undefined`) removed. */
  learn(id: string, webhook: Webhook | undefined): void;
  readonly deliveries: Pick<DeliveryLog, "list" | "wait" | "onChange">;
  /** The deliveries that have not ended, for another process; and to go on with those of one. */
  readonly kept: Shipping["kept"];
  readonly goOn: Shipping["goOn"];
  /** Whether the mock may send to a URL. */
  allows(url: string): boolean;
  /** Who is told of an event. */
  subscribers(event: WebhookEvent): Promise<readonly Webhook[]>;
  /** Delivers an event that has not happened; resolves when each was sent once, or put off. */
  trigger(event: TriggeredEvent): Promise<readonly WebhookDelivery[]>;
  /** Sends a delivery once more; `undefined` when there is none with the id. */
  redeliver(id: number): Promise<WebhookDelivery | undefined>;
  /**
   * Validates an endpoint; its subscription, where it has one, is enabled when it succeeds.
   *
   * @param accept Enters a subscription that is not there yet, in place of that.
   */
  validate(target: Target, accept?: () => Promise<void>): Promise<WebhookDelivery>;
  /** The validations of subscriptions that are not over yet. */
  readonly validations: Pick<UnderWay, "count" | "idle">;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
  /** Empties the log. */
  clear(): void;
}

export function createWebhooks(office: WebhookOffice): Webhooks {
  const { store, clock, events, payloads, switches } = office;
  const shipping = createShipping(office);
  const { log, underWay } = shipping;
  const validations = createValidations(office, shipping);
  // As long as there was no subscription, an event costs a comparison.
  let isAsked = false;
  let world = 0;

  const subscribers = async (event: WebhookEvent) =>
    (await store.list("webhooks")).filter(
      ({ status, events }) => status === "enabled" && (events.includes(event) || events.includes(EVERY_EVENT)),
    );
  const deliver = async (
    { event, entity, targets }: TriggeredEvent,
    at: number,
    before: Meeting | Webinar | undefined,
    accountId: string,
  ) => {
    const since = world;
    const host = (await store.get("users", entity.host_id))?.value;
    if (since !== world) return [];
    const body = payloads(event).render(payloadValues({ at, entity, before, host, accountId }, switches));
    const object = entity.id;
    return targets.map(({ target, variant }) => {
      const shipment = shipping.enter({ at, event, target, variant, body, object });
      return { shipment, dispatched: shipping.dispatch(shipment) };
    });
  };
  const tell = async (
    { at, told: { event, kind, entity, before } }: PublishedEvent,
    accountId: string,
    since: number,
  ) => {
    const name = webhookEventOf(kind, event);
    if (!name || !isScheduled(entity) || !isAnnounced(name, switches)) return;
    const webhooks = await subscribers(name);
    if (webhooks.length === 0 || since !== world) return;
    const targets = webhooks.map((webhook) => ({ target: targetOf(webhook), variant: webhook.variant }));
    await deliver({ event: name, entity, targets }, at, isScheduled(before) ? before : undefined, accountId);
  };
  events.onAnnounce((event) => {
    if (!isAsked) return;
    const [accountId, since] = [office.accountId(), world];
    // One after the other: what happened first is sent first.
    underWay.inTurn("", () => tell(event, accountId, since)).catch(report);
  });
  return {
    load: (webhooks) => {
      world += 1;
      isAsked = webhooks.length > 0;
      shipping.abandon();
      validations.clear();
      for (const { id } of webhooks) validations.schedule(id);
    },
    learn: (id, webhook) => {
      if (!webhook) return;
      isAsked = true;
      validations.schedule(id);
    },
    deliveries: log,
    kept: shipping.kept,
    goOn: shipping.goOn,
    allows: office.allows,
    subscribers,
    trigger: async (triggered) => {
      const sent = await deliver(triggered, clock.now(), undefined, office.accountId());
      await Promise.all(sent.map(({ dispatched }) => dispatched));
      return sent.map(({ shipment }) => shown(shipment));
    },
    redeliver: async (id) => {
      const shipment = log.find(id);
      if (!shipment) return undefined;
      await shipping.resend(shipment);
      return shown(shipment);
    },
    validate: async (target, accept) => {
      const { webhook } = target;
      if (webhook === null) return shown(await validations.validate(target));
      const validated = validations.validate(target).then(async (shipment) => {
        if (shipment.reason !== null) return shipment;
        if (accept) await accept();
        else {
          await validations.confirm(webhook);
          validations.schedule(webhook);
        }
        return shipment;
      });
      return shown(await validations.pending.track(validated));
    },
    validations: validations.pending,
    idle: underWay.idle,
    clear: shipping.clear,
  };
}

/** What Zoom calls an event of the world. */
function webhookEventOf(kind: string, event: string): WebhookEvent | undefined {
  const name = `${kind.slice(0, -1)}.${event}`;
  return WEBHOOK_EVENTS.find((each) => each === name);
}

const isScheduled = (entity: PublishedEvent["told"]["entity"]): entity is Meeting | Webinar =>
  entity !== undefined && "livestream_status" in entity;

/** The client has its answer long since. */
const report = (error: Error) => console.error(`Failed to tell of an event: ${error.message}`);
