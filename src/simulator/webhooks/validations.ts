import { isoTime } from "../../domain/clock.js";
import { URL_VALIDATION, type Webhook } from "../../domain/webhook.js";
import { hexDigits } from "../../webhooks/hex-digits.js";
import { MOST_VALIDATION_FAILURES, VALIDATION_PERIOD, validationProblem } from "../../webhooks/url-validation.js";
import type { Shipment, Target } from "./delivery-log.js";
import type { WebhookOffice } from "./office.js";
import { type Shipping, targetOf } from "./shipping.js";
import { createUnderWay, type UnderWay } from "./under-way.js";

interface Turn {
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Makes sure, every 72 hours, that endpoints know their secret token. */
export interface Validations {
  /** Validates an endpoint now; the delivery's `reason` tells what is wrong. */
  validate(target: Target): Promise<Shipment>;
  /** Validates a subscription 72 hours from now, and so on. */
  schedule(id: string): void;
  /** Notes that a subscription was validated. */
  confirm(id: string): Promise<void>;
  /** Those of subscriptions that are not over yet. */
  readonly pending: UnderWay;
  clear(): void;
}

export function createValidations(office: WebhookOffice, shipping: Shipping): Validations {
  const { store, agenda, clock, payloads } = office;
  /** The next one of each subscription: what was planned before it is not to happen any more. */
  const due = new Map<string, Turn>();
  const pending = createUnderWay();

  const validate = async (target: Target) => {
    const at = clock.now();
    const plainToken = hexDigits(`${office.id}/${target.url}/${at}/plain`, 22);
    const body = payloads(URL_VALIDATION).render({ plainToken, eventTs: at });
    const shipment = shipping.enter({ at, event: URL_VALIDATION, target, variant: null, body, object: null });
    await shipping.sendOnce(shipment, (answer) =>
      shipping.settle(shipment, validationProblem(answer, plainToken, target.secretToken) ?? null),
    );
    if (shipment.status === "pending") shipping.settle(shipment, office.lifetime.ended ?? "it was not sent");
    return shipment;
  };
  const change = async (id: string, next: (webhook: Webhook) => Webhook) => {
    for (;;) {
      const stored = await store.get("webhooks", id);
      if (!stored) return;
      const value = next(stored.value);
      if (await store.commit([{ kind: "webhooks", id, expected: stored.version, value }])) return;
    }
  };
  const plan = (id: string, at: number) => {
    const turn = { at };
    due.set(id, turn);
    agenda.add({
      at,
      owner: "webhooks",
      run: async () => {
        const webhook = due.get(id) === turn ? (await store.get("webhooks", id))?.value : undefined;
        if (!webhook || webhook.status === "disabled") return undefined;
        void shipping.underWay.track(pending.track(revalidate(webhook, turn)));
        return { at: isoTime(at), task: "validate", kind: "webhooks", id };
      },
    });
  };
  const revalidate = async (webhook: Webhook, turn: Turn) => {
    const { id } = webhook;
    const { at } = turn;
    const { reason } = await validate(targetOf(webhook));
    // The world was replaced, or the subscription was, meanwhile.
    if (due.get(id) !== turn) return;
    await change(id, (held) => {
      const failures = reason === null ? 0 : held.validation_failures + 1;
      const status = failures >= MOST_VALIDATION_FAILURES ? "disabled" : held.status;
      return { ...held, status, validation_failures: failures };
    });
    // One success stands for all that a clock leapt over: a leap of years must not mean thousands of requests.
    const periods = reason === null ? Math.floor((clock.now() - at) / VALIDATION_PERIOD) + 1 : 1;
    plan(id, at + periods * VALIDATION_PERIOD);
  };
  return {
    validate,
    schedule: (id) => plan(id, clock.now() + VALIDATION_PERIOD),
    confirm: (id) => change(id, (held) => ({ ...held, status: "enabled", validation_failures: 0 })),
    pending,
    clear: () => due.clear(),
  };
}
