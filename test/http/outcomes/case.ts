import type { ZoomMock } from "../../../src/index.js";
import type { Command } from "../../support/commands.js";

export const MEETING = "meetingLiveStreamStatusUpdate";
export const WEBINAR = "webinarLiveStreamStatusUpdate";

/** One way to meet an outcome: the world is put into a state, then one request is sent. */
export interface Case {
  readonly operation: string;
  readonly outcome: string;
  readonly path: string;
  readonly command?: Command;
  readonly prepare?: (zoom: ZoomMock) => Promise<unknown>;
  readonly headers?: Record<string, string>;
  readonly status: number;
  readonly code?: number;
  readonly message?: string;
  readonly errors?: readonly { field: string; message: string }[];
  readonly retryAfter?: string;
  /** Only one encoding can meet it. */
  readonly only?: "json" | "multipart";
}

export const start: Command = { action: "start", settings: { active_speaker_name: false, display_name: "Town hall" } };
const LIVE = {
  status: "live",
  settings: { display_name: "Running" },
  last_started_at: "2026-01-31T11:00:00.000Z",
} as const;
export const JUST_LIVE = { ...LIVE, last_started_at: "2026-01-31T11:59:50.000Z" };
export const NOW = "2026-01-31T12:00:00Z";

export const missing = (field: string) => ({ field, message: "Missing field." });
export const invalid = (field: string) => ({ field, message: "Invalid field." });

export const isLive = (kind: "meetings" | "webinars") => (zoom: ZoomMock) =>
  zoom[kind].put("68423085", { livestream_status: LIVE });

export const meeting = (outcome: string, path: string, rest: Omit<Case, "operation" | "outcome" | "path">): Case => ({
  operation: MEETING,
  outcome,
  path,
  ...rest,
});
export const webinar = (outcome: string, path: string, rest: Omit<Case, "operation" | "outcome" | "path">): Case => ({
  operation: WEBINAR,
  outcome,
  path,
  ...rest,
});
