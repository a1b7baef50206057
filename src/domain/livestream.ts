import { isoTime } from "./clock.js";
import type { Switches } from "./switches.js";

/** The `settings` of `PATCH …/livestream/status`. Source: Zoom's description, 2025-12; the 2021 one knows the first two. */
export interface LiveStreamSettings {
  /** Show the name of the active speaker. */
  readonly active_speaker_name?: boolean;
  /** 1 to 50 characters. */
  readonly display_name?: string;
  readonly layout?: "follow_host" | "gallery_view" | "speaker_view";
  readonly close_caption?: "burnt-in" | "embedded" | "off";
}

/** Whether a meeting or webinar is being streamed, and how. */
export interface LiveStreamStatus {
  readonly status: "stopped" | "live";
  readonly settings: LiveStreamSettings;
  /** ISO 8601 time of the last accepted start: the 30-second window counts from here. */
  readonly last_started_at: string | null;
}

/** What a caller asks of a live stream; `settings` alone, without an action, is a command too. */
export interface LiveStreamCommand {
  readonly action: "start" | "stop" | "mode" | "settings";
  readonly settings?: LiveStreamSettings;
}

/** A change that Zoom announces. */
export type LiveStreamEvent = "live_streaming_started" | "live_streaming_stopped";

/** The switches that the table asks. */
export type LiveStreamRules = Pick<
  Switches,
  | "startThrottleSeconds"
  | "startWhileLive"
  | "stopWhileStopped"
  | "settingsWithStop"
  | "settingsWhileLive"
  | "modeWhileStopped"
>;

/** Either the stream after the command, or the reason why it stays as it is. */
export type LiveStreamTransition =
  | { readonly next: LiveStreamStatus; readonly events: readonly LiveStreamEvent[] }
  | { readonly refused: "startThrottled"; readonly retryAfterSeconds: number }
  | { readonly refused: "settingsLocked" | "alreadyLive" | "notLive" };

/** A stream that was never started. */
export const NEVER_STARTED: LiveStreamStatus = { status: "stopped", settings: {}, last_started_at: null };

/**
 * What a command does to a live stream.
 *
 * @param now Milliseconds since the epoch, from the universe's clock.
 */
export function transition(
  stream: LiveStreamStatus,
  command: LiveStreamCommand,
  rules: LiveStreamRules,
  now: number,
): LiveStreamTransition {
  return TABLE[command.action][stream.status](stream, command, rules, now);
}

type Cell = (
  stream: LiveStreamStatus,
  command: LiveStreamCommand,
  rules: LiveStreamRules,
  now: number,
) => LiveStreamTransition;

const TABLE: Record<LiveStreamCommand["action"], Record<LiveStreamStatus["status"], Cell>> = {
  start: {
    stopped: (stream, command, rules, now) =>
      throttled(stream, rules, now) ?? {
        next: { status: "live", settings: merged(stream, command), last_started_at: isoTime(now) },
        events: ["live_streaming_started"],
      },
    live: (stream, command, rules, now) => {
      const refusal = throttled(stream, rules, now) ?? locked(stream, command, rules);
      if (refusal) return refusal;
      if (rules.startWhileLive === "refuse") return { refused: "alreadyLive" };
      return unannounced({ ...stream, settings: merged(stream, command), last_started_at: isoTime(now) });
    },
  },
  stop: {
    stopped: (stream, command, rules) => {
      if (rules.stopWhileStopped === "refuse") return { refused: "notLive" };
      return unannounced(rules.settingsWithStop === "apply" ? withSettings(stream, command) : stream);
    },
    live: (stream, command, rules) =>
      locked(stream, command, rules) ?? {
        next: { ...withSettings(stream, command), status: "stopped" },
        events: ["live_streaming_stopped"],
      },
  },
  settings: {
    stopped: (stream, command) => unannounced(withSettings(stream, command)),
    live: (stream, command, rules) => locked(stream, command, rules) ?? unannounced(withSettings(stream, command)),
  },
  mode: {
    stopped: (stream, command, rules) =>
      rules.modeWhileStopped === "refuse" ? { refused: "notLive" } : unannounced(withSettings(stream, command)),
    live: (stream, command, rules) =>
      locked(stream, command, rules, VIEW) ?? unannounced(withSettings(stream, command)),
  },
};

const unannounced = (next: LiveStreamStatus): LiveStreamTransition => ({ next, events: [] });

/** Zoom takes one start per meeting within the window. Source: seed, response 429. */
function throttled(stream: LiveStreamStatus, rules: LiveStreamRules, now: number): LiveStreamTransition | undefined {
  if (stream.last_started_at === null) return undefined;
  const waited = now - Date.parse(stream.last_started_at);
  const remaining = rules.startThrottleSeconds * 1000 - waited;
  // A clock that was set back must not lock a meeting for longer than the window.
  if (remaining <= 0 || waited < 0) return undefined;
  return { refused: "startThrottled", retryAfterSeconds: Math.ceil(remaining / 1000) };
}

/** What `mode` may change while the stream runs. Source: Zoom's description, 2025-12. */
const VIEW: ReadonlySet<string> = new Set<keyof LiveStreamSettings>(["layout", "close_caption"]);
const NOTHING: ReadonlySet<string> = new Set();

/** Settings can only be changed while the stream is stopped; repeating the running ones is no change. Source: both seeds. */
function locked(
  stream: LiveStreamStatus,
  command: LiveStreamCommand,
  rules: LiveStreamRules,
  changeable = NOTHING,
): LiveStreamTransition | undefined {
  if (rules.settingsWhileLive === "apply" || !command.settings) return undefined;
  const running: Record<string, unknown> = { ...DEFAULTS, ...stream.settings };
  const changed = Object.entries(command.settings).some(
    ([name, value]) => !changeable.has(name) && running[name] !== value,
  );
  return changed ? { refused: "settingsLocked" } : undefined;
}

/** What a setting is while nobody has set it: the view's defaults are Zoom's, `false` is assumed. */
const DEFAULTS: LiveStreamSettings = {
  active_speaker_name: false,
  layout: "follow_host",
  close_caption: "burnt-in",
};

const merged = (stream: LiveStreamStatus, command: LiveStreamCommand): LiveStreamSettings =>
  command.settings ? { ...stream.settings, ...command.settings } : stream.settings;

const withSettings = (stream: LiveStreamStatus, command: LiveStreamCommand): LiveStreamStatus =>
  command.settings ? { ...stream, settings: merged(stream, command) } : stream;
