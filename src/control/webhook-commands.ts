import * as v from "valibot";
import { URL_VALIDATION, WEBHOOK_EVENTS, WEBHOOK_VARIANTS, type WebhookEvent } from "../domain/webhook.js";
import { entitySchemas } from "../fixtures/entity-schemas.js";
import type { Universe } from "../simulator/universe.js";
import { notAllowed, targetOf } from "../simulator/webhooks/shipping.js";
import { defineCommand, ZoomMockControlError } from "./command.js";
import { completed, existing, replaceEntities } from "./entity-commands.js";

const { id, url, events, secret_token, client_id, variant } = entitySchemas.webhooks.entries;

export const subscribeWebhook = defineCommand({
  method: "POST",
  path: "/webhooks",
  summary: "Subscribes an endpoint to events, once it has answered endpoint.url_validation as Zoom asks for.",
  input: v.strictObject({
    body: v.strictObject({
      id: v.exactOptional(id),
      url,
      events,
      secretToken: secret_token,
      clientId: client_id,
      variant,
      /** `false`: it is taken for validated. */
      validate: v.optional(v.boolean(), true),
    }),
  }),
  run: async ({ universe }, { body: { secretToken, clientId, validate, ...rest } }) => {
    checkTarget(universe, rest.url);
    const described = {
      ...rest,
      id: rest.id ?? (await freeId(universe)),
      secret_token: secretToken,
      client_id: clientId,
    };
    const webhook = completed("webhooks", { ...described, status: "enabled", validation_failures: 0 }, "", []);
    const enter = () => replaceEntities(universe, [{ kind: "webhooks", id: webhook.id, value: webhook }]);
    if (validate) {
      const { reason } = await universe.webhooks.validate(targetOf(webhook), enter);
      if (reason !== null) throw refused(webhook.url, reason);
    } else await enter();
    return webhook;
  },
});

export const validateWebhook = defineCommand({
  method: "POST",
  path: "/webhooks/{id}/validate",
  summary: "Validates a subscription's endpoint now; one that was disabled is enabled again.",
  input: v.strictObject({ id: v.string(), body: v.optional(v.strictObject({})) }),
  run: async ({ universe }, { id }) => {
    const { value } = await existing(universe, "webhooks", id);
    checkTarget(universe, value.url);
    const { reason } = await universe.webhooks.validate(targetOf(value));
    if (reason !== null) throw refused(value.url, reason);
    return (await existing(universe, "webhooks", id)).value;
  },
});

export const triggerWebhook = defineCommand({
  method: "POST",
  path: "/webhooks/trigger",
  summary: "Delivers an event that has not happened: to a URL, or to those who subscribed to it.",
  input: v.strictObject({
    body: v.strictObject({
      event: v.picklist([...WEBHOOK_EVENTS, URL_VALIDATION]),
      url: v.exactOptional(url),
      secretToken: secret_token,
      clientId: client_id,
      /** The meeting or webinar it tells of; the first one where it is left out. */
      id: v.exactOptional(v.string()),
      variant: v.exactOptional(v.nullable(v.picklist(WEBHOOK_VARIANTS))),
    }),
  }),
  run: async ({ universe }, { body: { event, id, url, variant, secretToken, clientId } }) => {
    if (url !== undefined) checkTarget(universe, url);
    const given = url === undefined ? undefined : { webhook: null, url, secretToken, clientId };
    if (event === URL_VALIDATION) {
      const targets = given ? [given] : (await universe.store.list("webhooks")).map(targetOf);
      const validated = await Promise.all(targets.map((target) => universe.webhooks.validate(target)));
      return { deliveries: validated };
    }
    const subscribers = given ? [] : await universe.webhooks.subscribers(event);
    const targets = given
      ? [{ target: given, variant: variant ?? null }]
      : subscribers.map((webhook) => ({
          target: targetOf(webhook),
          variant: variant === undefined ? webhook.variant : variant,
        }));
    if (targets.length === 0) {
      throw new ZoomMockControlError(
        409,
        `Failed to trigger ${event}: nobody subscribed to it. Subscribe an endpoint, or name a url.`,
      );
    }
    const entity = await toldOf(universe, event, id);
    return { deliveries: await universe.webhooks.trigger({ event, entity, targets }) };
  },
});

/** The meeting or webinar that an event tells of. */
async function toldOf(universe: Universe, event: WebhookEvent, id: string | undefined) {
  const kind = event.startsWith("meeting.") ? "meetings" : "webinars";
  if (id !== undefined) return (await existing(universe, kind, id)).value;
  const [first] = await universe.store.page(kind, 1);
  if (first) return first;
  throw new ZoomMockControlError(404, `Failed to trigger ${event}: there are no ${kind}. Put one first.`);
}

function checkTarget({ webhooks }: Universe, url: string): void {
  if (webhooks.allows(url)) return;
  throw new ZoomMockControlError(403, `Failed to send to ${url}: ${notAllowed(url)}.`);
}

const refused = (url: string, reason: string) =>
  new ZoomMockControlError(
    409,
    `Failed to validate ${url}: ${reason}. Let it answer ${URL_VALIDATION}, or subscribe with validate: false.`,
  );

/** The first name that no subscription has. */
async function freeId({ store }: Universe): Promise<string> {
  const taken = new Set((await store.list("webhooks")).map((webhook) => webhook.id));
  let number = 1;
  while (taken.has(`webhook-${number}`)) number += 1;
  return `webhook-${number}`;
}
