import type {
  LiveStreamCommand,
  LiveStreamEvent,
  LiveStreamRules,
  LiveStreamStatus,
  LiveStreamTransition,
} from "../../../src/domain/livestream.js";

export const NOW = Date.parse("2026-01-31T12:00:00.000Z");
export const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

export const RULES: LiveStreamRules = {
  startThrottleSeconds: 30,
  startWhileLive: "accept",
  stopWhileStopped: "accept",
  settingsWithStop: "apply",
  settingsWhileLive: "refuse",
  modeWhileStopped: "refuse",
};

export const running = { active_speaker_name: true, display_name: "Town hall" };
export const stopped: LiveStreamStatus = { status: "stopped", settings: running, last_started_at: at(-31) };
export const justStopped: LiveStreamStatus = { ...stopped, last_started_at: at(-10) };
export const live: LiveStreamStatus = { status: "live", settings: running, last_started_at: at(-31) };
export const justLive: LiveStreamStatus = { ...live, last_started_at: at(-10) };

export const STARTED = ["live_streaming_started"] as const;
export const STOPPED = ["live_streaming_stopped"] as const;
export const throttled = (retryAfterSeconds: number) => ({ refused: "startThrottled", retryAfterSeconds }) as const;
export const becomes = (next: LiveStreamStatus, events: readonly LiveStreamEvent[] = []) => ({ next, events });

/** One cell of the table, or a case within it. */
export interface Row {
  title: string;
  stream: LiveStreamStatus;
  command: LiveStreamCommand;
  rules?: Partial<LiveStreamRules>;
  result: LiveStreamTransition;
}

export const other = { display_name: "Another name" };
export const merged = { ...running, ...other };
