import type { Evidence } from "./evidence.js";
import type { Switches } from "./switches.js";

/** What Zoom tells endpoints of. Zoom has no `webinar.live_streaming_*`: those are sent by switch webinarLiveStreamingEvents only. */
export const WEBHOOK_EVENTS = [
  "meeting.live_streaming_started",
  "meeting.live_streaming_stopped",
  "meeting.created",
  "meeting.updated",
  "meeting.deleted",
  "meeting.started",
  "meeting.ended",
  "webinar.live_streaming_started",
  "webinar.live_streaming_stopped",
  "webinar.created",
  "webinar.updated",
  "webinar.deleted",
  "webinar.started",
  "webinar.ended",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Whether Zoom tells of it when it happens, as the switches have it. */
export const isAnnounced = (
  event: WebhookEvent,
  { webinarLiveStreamingEvents }: Pick<Switches, "webinarLiveStreamingEvents">,
): boolean => webinarLiveStreamingEvents !== "none" || !event.startsWith("webinar.live_");

/** By which Zoom makes sure that whoever answers knows the secret token. */
export const URL_VALIDATION = "endpoint.url_validation";

/** All that endpoints are sent. */
export const WEBHOOK_NAMES = [...WEBHOOK_EVENTS, URL_VALIDATION] as const;
export type WebhookName = (typeof WEBHOOK_NAMES)[number];

/** A subscription to all events. */
export const EVERY_EVENT = "*";

/**
 * Deliveries as an attacker, a broken network or an unlucky moment makes them, to try a receiver with:
 *
 * - `wrongSignature`: signed with another secret token
 * - `staleTimestamp`: signed ten minutes ago
 * - `replay`: sent a second time with another request id, which the signature does not cover
 * - `duplicate`: sent a second time by Zoom, signed anew, with the same request id
 * - `reordered`: sent after the next one, or ten seconds late
 * - `alteredBody`: a byte was added after signing, which means nothing to a parser of JSON
 * - `slow`: sent ten seconds late
 * - `clockAhead`: from a clock that is ahead of the receiver's
 */
export const WEBHOOK_VARIANTS = [
  "wrongSignature",
  "staleTimestamp",
  "replay",
  "duplicate",
  "reordered",
  "alteredBody",
  "slow",
  "clockAhead",
] as const;
export type WebhookVariant = (typeof WEBHOOK_VARIANTS)[number];

/** A subscription: where an app wants to be told of events. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** Those it is told of; `*` stands for all. */
  readonly events: readonly (WebhookEvent | typeof EVERY_EVENT)[];
  /** What signatures are made with. */
  readonly secret_token: string;
  /** The app, as header `clientid` names it. */
  readonly client_id: string;
  /** How everything is delivered; `null`: as Zoom does. */
  readonly variant: WebhookVariant | null;
  /** `disabled` after six failed validations in a row; it is told nothing then. */
  readonly status: "enabled" | "disabled";
  /** How many validations in a row have failed. */
  readonly validation_failures: number;
}

/** The payload of one event, as fixtures/webhooks has it. */
export interface WebhookPayload {
  readonly evidence: Evidence;
  /** What is sent, with placeholders such as `{topic}`. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The body's bytes, as they are signed and sent. */
  readonly render: (values: Readonly<Record<string, unknown>>) => string;
}

/** Where the payloads come from. */
export type WebhookPayloads = (event: WebhookName) => WebhookPayload;
