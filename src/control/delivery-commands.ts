import * as v from "valibot";
import { milliseconds } from "../domain/duration.js";
import { URL_VALIDATION, WEBHOOK_EVENTS } from "../domain/webhook.js";
import type { Universe } from "../simulator/universe.js";
import type { DeliveryFilter } from "../simulator/webhooks/delivery.js";
import { defineCommand, ZoomMockControlError } from "./command.js";
import { number } from "./request-commands.js";
import { waitWithin } from "./wait.js";
import { waitTime } from "./wait-time.js";

const filter = {
  event: v.exactOptional(v.picklist([...WEBHOOK_EVENTS, URL_VALIDATION])),
  webhook: v.exactOptional(v.string()),
  status: v.exactOptional(v.picklist(["pending", "delivered", "retrying", "failed"])),
  object: v.exactOptional(v.string()),
  after: v.exactOptional(number),
};

export const listDeliveries = defineCommand({
  method: "GET",
  path: "/deliveries",
  summary: "The last webhooks that were sent, or are to be sent, oldest first, with every attempt and its answer.",
  input: v.strictObject(filter),
  run: async ({ universe }, filter: DeliveryFilter) => ({ deliveries: universe.webhooks.deliveries.list(filter) }),
});

export const waitForDelivery = defineCommand({
  method: "GET",
  path: "/deliveries/wait",
  summary: "Waits, in real time, for a webhook that has arrived (or has another status), and shows the first one.",
  input: v.strictObject({ ...filter, timeout: v.optional(waitTime, "5s") }),
  run: async ({ universe }, { timeout, status = "delivered", ...rest }) => {
    const wanted = { ...rest, status };
    const { deliveries } = universe.webhooks;
    const found = await waitWithin(universe, milliseconds(timeout), (signal) => deliveries.wait(wanted, signal));
    if (found) return found;
    throw new ZoomMockControlError(404, missing(universe, wanted, String(timeout)));
  },
});

export const redeliver = defineCommand({
  method: "POST",
  path: "/deliveries/{id}/redeliver",
  summary: "Sends a webhook once more: the same body and request id with another timestamp and signature.",
  input: v.strictObject({ id: number, body: v.optional(v.strictObject({})) }),
  run: async ({ universe }, { id }) => {
    const delivery = await universe.webhooks.redeliver(id);
    if (delivery) return delivery;
    throw new ZoomMockControlError(
      404,
      `Failed to redeliver ${id}: there is no such delivery. GET /deliveries lists them.`,
    );
  },
});

function missing({ webhooks }: Universe, wanted: DeliveryFilter, timeout: string): string {
  const near = webhooks.deliveries.list().slice(-MOST_SHOWN);
  const there = near.map(
    ({ id, event, status, reason }) => `${id} ${event} ${status}${reason === null ? "" : ` (${reason})`}`,
  );
  return `Failed to find a delivery ${JSON.stringify(wanted)} within ${timeout}: there ${there.length === 0 ? "are none. Subscribe an endpoint first, and let something happen" : `are ${there.join("; ")}`}.`;
}

const MOST_SHOWN = 10;
