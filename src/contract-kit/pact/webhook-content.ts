import { URL_VALIDATION, type WebhookEvent, type WebhookName } from "../../domain/webhook.js";
import { loadScenario } from "../../fixtures/load-scenario.js";
import { loadWebhookPayload } from "../../fixtures/load-webhook-payloads.js";
import { resolveSwitches } from "../../fixtures/switches-schema.js";
import { payloadValues } from "../../simulator/webhooks/payload-values.js";
import { documentTemplate } from "./document-template.js";
import { isMatcher } from "./matcher.js";

type Ids = Readonly<Record<string, string>>;

/** When everything happens in the examples. */
export const SAMPLE_TIME = Date.parse("2026-01-31T12:00:00Z");

/**
 * What an event's body is in a contract: exactly what the fixture says itself, the ids of the state and what is given;
 * everything else by its kind.
 *
 * @param ids The parameters of the state in which the event comes about.
 * @param given A part of the body: values, or matchers of one's own.
 */
export function webhookContent(event: WebhookName, ids: Ids, given: object): unknown {
  const { body, render } = loadWebhookPayload(event);
  const known = new Set(Object.keys(ids).flatMap((name) => TOLD_OF[name] ?? []));
  return template(body, JSON.parse(render(event === URL_VALIDATION ? VALIDATION : values(event, ids))), given, known);
}

/** The placeholders that a state's parameter fills. */
const TOLD_OF: Readonly<Record<string, readonly string[]>> = {
  meetingId: ["id", "idNumber", "liveStreamId"],
  webinarId: ["id", "idNumber", "liveStreamId"],
  userId: ["hostId"],
};

/** The token is the one of Zoom's own example. */
const VALIDATION = { eventTs: SAMPLE_TIME, plainToken: "qgg8vlvZRS6UYooatFL8Aw" };

/** What the simulator tells of the default scenario's first meeting or webinar, under the ids of the state. */
function values(event: WebhookEvent, { meetingId, webinarId, userId }: Ids) {
  const { account_id: accountId, users, ...world } = loadScenario("default");
  const kind = event.startsWith("meeting.") ? "meetings" : "webinars";
  const [first] = world[kind];
  if (!first) throw new Error(`Failed to give an example of ${event}: the default scenario has no ${kind}. Add one.`);
  const entity = { ...first, id: meetingId ?? webinarId ?? first.id, host_id: userId ?? first.host_id };
  const host = users.find(({ id }) => id === first.host_id);
  const before = { ...entity, topic: `Before: ${entity.topic}` };
  return payloadValues({ at: SAMPLE_TIME, entity, before, host, accountId }, resolveSwitches());
}

function template(body: unknown, sample: unknown, given: unknown, known: ReadonlySet<string>): unknown {
  if (given !== undefined && (isMatcher(given) || !isRecord(given))) return given;
  if (isRecord(body)) {
    const names = new Set([...Object.keys(body), ...Object.keys(given ?? {})]);
    const members = [...names].map((name) => [
      name,
      template(body[name], member(sample, name), member(given, name), known),
    ]);
    return Object.fromEntries(members.filter(([, value]) => value !== undefined));
  }
  const [, placeholder] = /^\{(\w+)\}$/.exec(String(body)) ?? [];
  const isExact = placeholder === undefined ? body !== undefined : known.has(placeholder);
  if (isExact || (sample === undefined && given === undefined)) return sample;
  // An object as a whole, such as what was changed, has the id as well.
  const id = isRecord(sample) && "id" in sample && known.has("id") ? { id: sample["id"] } : {};
  return documentTemplate({}, sample, { fixed: isRecord(sample) ? { ...id, ...given } : given, members: "all" });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const member = (of: unknown, name: string): unknown => (isRecord(of) ? of[name] : undefined);
