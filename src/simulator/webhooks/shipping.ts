import { isoTime } from "../../domain/clock.js";
import type { Webhook } from "../../domain/webhook.js";
import { deliveryHeaders, requestIdOf } from "../../webhooks/delivery-headers.js";
import { forge } from "../../webhooks/forge.js";
import { judge, retryDelay } from "../../webhooks/judge.js";
import type { Answer } from "../../webhooks/send.js";
import { redacted } from "../redact.js";
import type { WebhookAttempt } from "./delivery.js";
import { deliveryEntries } from "./delivery-entry.js";
import { createDeliveryLog, type DeliveryLog, type Shipment, type Target } from "./delivery-log.js";
import { type KeptDelivery, keptDeliveries, shipmentOf } from "./kept-delivery.js";
import type { WebhookOffice } from "./office.js";
import { createUnderWay, type UnderWay } from "./under-way.js";

/** What is known of a delivery before it is sent. */
type NewShipment = Pick<Shipment, "at" | "event" | "target" | "variant" | "body" | "object">;

/** Sends deliveries, and sends them again when their time has come. */
export interface Shipping {
  readonly log: DeliveryLog;
  readonly underWay: UnderWay;
  /** Enters a delivery into the log. */
  enter(shipment: NewShipment): Shipment;
  /** Sends it as its variant says, with retries; to one URL in the order of the calls. */
  dispatch(shipment: Shipment): Promise<void>;
  /** Sends it once more; what was planned for it stays, unless it arrives. */
  resend(shipment: Shipment): Promise<void>;
  /**
   * Sends it, lets the caller judge the answer, and tells of both. There is no answer to judge when the world was
   * replaced meanwhile, or when it must not be sent.
   */
  sendOnce(shipment: Shipment, judge: (answer: Answer) => void): Promise<void>;
  /** Notes what became of it; whether there is a retry is another matter. */
  settle(shipment: Shipment, problem: string | null): void;
  /** What has not ended, for another process. */
  kept(): readonly KeptDelivery[];
  /** Goes on with what another process has not ended. */
  goOn(deliveries: readonly KeptDelivery[]): void;
  /** Gives up all that is still to be sent. */
  abandon(): void;
  /** Forgets everything. */
  clear(): void;
}

/** How late `slow` is, and `reordered` at the latest: meeting.ended was recorded ten seconds late (nailegg, 2026-10). */
const LATE = 10_000;

export function createShipping(office: WebhookOffice): Shipping {
  const { store, agenda, clock, send, allows, onSent } = office;
  const log = createDeliveryLog(office.capacity);
  const underWay = createUnderWay();
  const held = new Map<string, Shipment>();
  // Still to be sent, also those that the log has dropped.
  const open = new Set<Shipment>();
  let current = new AbortController();
  let count = 0;
  office.lifetime.onEnd(() => current.abort());

  const settle: Shipping["settle"] = (shipment, problem) => {
    open.delete(shipment);
    Object.assign(shipment, { status: problem === null ? "delivered" : "failed", reason: problem, nextAt: null });
    log.changed();
  };
  /** What is sent at a time of the clock; nobody waits for it in real time. */
  const putOff = (shipment: Shipment, at: number, task: "deliver" | "retry", status: Shipment["status"]) => {
    Object.assign(shipment, { status, nextAt: at });
    log.changed();
    agenda.add({
      at,
      owner: "webhooks",
      run: async () => {
        if (shipment.nextAt !== at || !open.has(shipment)) return undefined;
        if (held.get(shipment.target.url) === shipment) held.delete(shipment.target.url);
        shipment.nextAt = null;
        if (task === "retry") shipment.retries += 1;
        // Not waited for: whoever is told may call the mock before answering, and calls wait for the agenda.
        void go(shipment, at);
        return { at: isoTime(at), task, kind: "deliveries", id: String(shipment.id) };
      },
    });
  };
  const sendOnce: Shipping["sendOnce"] = (shipment, judgeAnswer) => {
    const { signal } = current;
    return underWay.inTurn(shipment.target.url, async () => {
      const target = await presentTarget(shipment);
      if (signal.aborted) return;
      const sentBefore = shipment.attempts.length;
      if (typeof target === "string") {
        settle(shipment, target);
        return onSent(deliveryEntries(shipment, sentBefore));
      }
      const seed = `${shipment.requestId}/${shipment.attempts.length}`;
      const { secretToken, clientId, url } = target;
      // The copy of a copy shows nothing new.
      const isCopied = shipment.attempts.length > 0 && /^(duplicate|replay)$/.test(shipment.variant ?? "");
      const letter = { secretToken, body: shipment.body, requestId: shipment.requestId, now: clock.now() };
      const requests = forge(isCopied ? null : shipment.variant, { ...letter, otherRequestId: requestIdOf(seed) });
      let first: Answer | undefined;
      for (const [index, request] of requests.entries()) {
        const headers = deliveryHeaders(request, clientId, `${seed}/${index}`);
        const at = clock.now();
        const answer = await send(url, headers, request.body, signal);
        if (signal.aborted) return;
        shipment.attempts.push(attemptOf(at, headers, answer));
        first ??= answer;
      }
      if (!first) return;
      judgeAnswer(first);
      onSent(deliveryEntries(shipment, sentBefore));
    });
  };
  const go = (shipment: Shipment, dueAt: number) =>
    sendOnce(shipment, (answer) => {
      const judgement = judge(answer, shipment.retries > 0);
      if (judgement.outcome === "delivered") return settle(shipment, null);
      const delay = judgement.outcome === "retry" ? retryDelay(shipment.retries) : undefined;
      if (delay === undefined) {
        return settle(
          shipment,
          `${judgement.reason}${judgement.outcome === "retry" ? ", also after three retries" : ""}`,
        );
      }
      shipment.reason = judgement.reason;
      putOff(shipment, dueAt + delay, "retry", "retrying");
    });
  return {
    log,
    underWay,
    enter: (shipment) => {
      count += 1;
      const requestId = requestIdOf(`${office.id}/${count}/${shipment.at}`);
      const state = { status: "pending", reason: null, nextAt: null, retries: 0 } as const;
      const entered: Shipment = { ...shipment, id: count, requestId, attempts: [], ...state };
      open.add(entered);
      log.add(entered);
      return entered;
    },
    dispatch: async (shipment) => {
      const { url } = shipment.target;
      if (shipment.variant === "slow") return putOff(shipment, clock.now() + LATE, "deliver", "pending");
      const before = held.get(url);
      if (shipment.variant === "reordered" && !before) {
        held.set(url, shipment);
        return putOff(shipment, clock.now() + LATE, "deliver", "pending");
      }
      held.delete(url);
      if (before) before.nextAt = null;
      const sent = go(shipment, shipment.at);
      await Promise.all([sent, before && go(before, clock.now())]);
    },
    resend: (shipment) =>
      sendOnce(shipment, (answer) => {
        const judgement = judge(answer, true);
        if (judgement.outcome === "delivered") settle(shipment, null);
        else if (shipment.nextAt === null) settle(shipment, judgement.reason);
      }),
    sendOnce,
    settle,
    kept: () => keptDeliveries(open),
    goOn: (deliveries) => {
      for (const shipment of deliveries.map(shipmentOf)) {
        const { id, nextAt, status } = shipment;
        count = Math.max(count, id);
        open.add(shipment);
        log.add(shipment);
        // Nobody knows whether what was on its way has arrived: it is sent again, as Zoom would.
        if (nextAt === null) putOff(shipment, clock.now(), "deliver", status);
        else putOff(shipment, nextAt, status === "retrying" ? "retry" : "deliver", status);
      }
    },
    abandon: () => {
      current.abort();
      if (office.lifetime.ended === undefined) current = new AbortController();
      held.clear();
      for (const shipment of [...open]) settle(shipment, "the world was replaced meanwhile");
    },
    clear: () => {
      log.clear();
      count = 0;
    },
  };

  /** Where it goes now; or why it must not go there. */
  async function presentTarget({ target, event }: Shipment): Promise<Target | string> {
    if (!allows(target.url)) return notAllowed(target.url);
    if (target.webhook === null) return target;
    const stored = await store.get("webhooks", target.webhook);
    if (!stored) return event === "endpoint.url_validation" ? target : "its subscription was deleted meanwhile";
    if (stored.value.status === "disabled" && event !== "endpoint.url_validation")
      return "its subscription is disabled";
    return { ...targetOf(stored.value), url: target.url };
  }
}

/** Where what a subscription is told goes. */
export const targetOf = ({ id, url, secret_token, client_id }: Webhook): Target => ({
  webhook: id,
  url,
  secretToken: secret_token,
  clientId: client_id,
});

/** Said of a URL that the mock must not send to. */
export const notAllowed = (url: string): string =>
  `the mock sends to this machine only, unless it is told otherwise: allow the host of ${url} with option allowWebhookHosts or flag --allow-webhook-host`;

const LONGEST_ANSWER = 1024;

const attemptOf = (at: number, headers: Readonly<Record<string, string>>, answer: Answer): WebhookAttempt => ({
  at: isoTime(at),
  headers,
  ...("error" in answer
    ? { status: null, answer: null, error: answer.error }
    : { status: answer.status, answer: redacted(answer.body).slice(0, LONGEST_ANSWER), error: null }),
});
