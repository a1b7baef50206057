import type { Message } from "./altered.js";
import type { Mutant } from "./mutants.js";

/** What a webhook says. */
interface Told {
  event: string;
  event_ts: unknown;
  payload: Record<string, unknown> & { object?: Record<string, unknown> };
}

/** Changes the events that endpoints are told of; validations stay as they are. */
const told = (change: (told: Told, object: Record<string, unknown>) => unknown) => (webhook: Message) => {
  const content: Told = JSON.parse(webhook.body);
  if (!content.payload.object) return;
  const changed = change(content, content.payload.object);
  webhook.body = JSON.stringify(typeof changed === "object" ? changed : content);
};

const header = (name: string, change: (value: string) => string | undefined) => (webhook: Message) => {
  const changed = change(String(webhook.headers[name]));
  delete webhook.headers[name];
  if (changed !== undefined) webhook.headers[name] = changed;
};

/** Each of these breakages must turn the shipped contract of webhooks red. */
export const WEBHOOK_MUTANTS: readonly Mutant[] = [
  { breakage: "an event is not sent", webhook: () => false },
  { breakage: "an event has another name", webhook: told((content) => (content.event += "_now")) },
  {
    breakage: "an event's id is of the other kind",
    webhook: told((_, object) => (object["id"] = otherKind(object["id"]))),
  },
  {
    breakage: "an event tells of another meeting",
    webhook: told((_, object) => (object["id"] = another(object["id"]))),
  },
  { breakage: "an event lacks the topic", webhook: told((_, object) => delete object["topic"]) },
  { breakage: "an event lacks the account", webhook: told(({ payload }) => delete payload["account_id"]) },
  { breakage: "an event lacks what was there before", webhook: told(({ payload }) => delete payload["old_object"]) },
  { breakage: "an event lacks the stream", webhook: told((_, object) => delete object["live_streaming"]) },
  {
    breakage: "an event has no payload around its members",
    webhook: told(({ payload, ...rest }) => ({ ...rest, ...payload })),
  },
  { breakage: "an event's time is a text", webhook: told((content) => (content.event_ts = String(content.event_ts))) },
  {
    breakage: "a start has milliseconds",
    webhook: told((_, object) => (object["start_time"] = "2026-01-31T12:00:00.000Z")),
  },
  {
    breakage: "a validation has no token",
    webhook: (webhook) => (webhook.body = webhook.body.replace("plainToken", "token")),
  },
  {
    breakage: "a webhook is no JSON",
    webhook: (webhook) => (webhook.body = new URLSearchParams({ payload: webhook.body }).toString()),
  },
  { breakage: "a webhook is sent as text", webhook: header("content-type", () => "text/plain") },
  { breakage: "a webhook is not signed", webhook: header("x-zm-signature", () => undefined) },
  { breakage: "a signature has no version", webhook: header("x-zm-signature", (value) => value.replace("v0=", "")) },
  {
    breakage: "a signature's time is in milliseconds",
    webhook: header("x-zm-request-timestamp", (value) => `${value}000`),
  },
  { breakage: "a webhook has no request id", webhook: header("x-zm-request-id", () => undefined) },
];

const otherKind = (id: unknown) => (typeof id === "string" ? Number(id) : String(id));

const another = (id: unknown) => (typeof id === "string" ? `${id}1` : Number(id) + 1);
