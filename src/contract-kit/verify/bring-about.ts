import { WEBHOOK_NAMES, type WebhookEvent, type WebhookName } from "../../domain/webhook.js";
import type { ZoomMock } from "../../mock/zoom-mock.js";
import { messageOf } from "../pact/contract-message.js";
import { operationById } from "../pact/operation-by-id.js";
import { requestParts } from "../pact/request-parts.js";
import { causeOf } from "../pact/webhook-cause.js";

type Params = Readonly<Record<string, string>>;

/**
 * The event that a message's description names.
 *
 * @throws Error when it names none, or more than one.
 */
export function eventIn(description: string): WebhookName {
  const words: readonly string[] = description.match(/[a-z_]+\.[a-z_]+/g) ?? [];
  const found = WEBHOOK_NAMES.filter((event) => words.includes(event));
  const [event] = found;
  if (event && found.length === 1) return event;
  const which = found.length === 0 ? "none of Zoom's events" : found.join(" and ");
  throw new Error(
    `Failed to tell what brings the message "${description}" about: its description names ${which}. Name one, such as meeting.ended.`,
  );
}

/**
 * Does in a mock what makes Zoom tell of an event.
 *
 * @param params The parameters of the states that were set up: they say to which meeting, webinar or user it happens.
 * @throws Error when it cannot be done.
 */
export async function bringAbout(zoom: ZoomMock, event: WebhookEvent, params: Params): Promise<void> {
  const { act, state } = causeOf(event);
  const hint = `Name a provider state in which it can be done, such as "${state}".`;
  const idOf = (name: string): string => {
    const id = params[name];
    if (id !== undefined) return id;
    throw new Error(`Failed to bring ${event} about: the states of the contract have no ${name}. ${hint}`);
  };
  if (act === "start") {
    await (event.startsWith("meeting.")
      ? zoom.meetings.start(idOf("meetingId"))
      : zoom.webinars.start(idOf("webinarId")));
    return;
  }
  const operation = operationById(act.operation);
  const ids = Object.fromEntries(Object.keys(operation.params).map((name) => [name, idOf(name)]));
  const { method, path, headers, body } = messageOf(
    requestParts(operation, { params: ids, ...(act.body && { body: act.body }) }),
  );
  const json = body && { body: JSON.stringify(body.content) };
  const type = body && { "content-type": "application/json" };
  const response = await fetch(zoom.url + path, { method, headers: { ...headers, ...type }, ...json });
  if (response.ok) return;
  const answer = `${method} ${path} was answered ${response.status} ${await response.text()}`;
  throw new Error(`Failed to bring ${event} about: ${answer}. ${hint}`);
}
