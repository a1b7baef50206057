import type { WebhookEvent } from "../../domain/webhook.js";
import type { WorldEvent } from "../../domain/world-event.js";
import type { OperationId } from "./operation-by-id.js";

/** How an event comes about: what is done, and a state of the catalogue in which it can be done. */
export interface WebhookCause {
  readonly state: string;
  /** What is asked of Zoom's API, with the operation's usual body where there is none here; `start`: what a host does. */
  readonly act: "start" | { readonly operation: OperationId; readonly body?: Readonly<Record<string, unknown>> };
}

type Kind = "meeting" | "webinar";

const CAUSES: Readonly<Record<WorldEvent, (kind: Kind) => WebhookCause>> = {
  created: (kind) => ({ state: "a user exists", act: { operation: `${kind}Create` } }),
  updated: (kind) => ({
    state: `a ${kind} exists`,
    act: { operation: `${kind}Update`, body: { topic: "Another topic" } },
  }),
  deleted: (kind) => ({ state: `a ${kind} exists`, act: { operation: `${kind}Delete` } }),
  started: (kind) => ({ state: `the ${kind} has not started`, act: "start" }),
  ended: (kind) => ({ state: `a ${kind} exists`, act: { operation: `${kind}Status`, body: { action: "end" } } }),
  live_streaming_started: (kind) => ({
    state: `a ${kind} exists`,
    act: { operation: `${kind}LiveStreamStatusUpdate`, body: { action: "start" } },
  }),
  live_streaming_stopped: (kind) => ({
    state: `the ${kind}'s live stream is live`,
    act: { operation: `${kind}LiveStreamStatusUpdate`, body: { action: "stop" } },
  }),
};

/** How an event comes about. */
export function causeOf(event: WebhookEvent): WebhookCause {
  const [kind, happened] = event.split(".") as [Kind, WorldEvent]; // every event's name is made of these two
  return CAUSES[happened](kind);
}
