import type { LiveStreamStatus } from "./livestream.js";

/** A user of Zoom, with what decides whether they may stream. */
export interface User {
  readonly id: string;
  readonly account_id: string;
  /** 1 Basic, 2 Licensed, 4 Unassigned, 99 None. Source: `GET /users/{userId}`. */
  readonly type: 1 | 2 | 4 | 99;
  readonly feature: {
    /** The webinar add-on. */
    readonly webinar: boolean;
  };
  /** Whether the user's role lets them use the live stream of webinars; without it: "No permission.". */
  readonly livestream_permission: boolean;
}

/** Where the stream goes, as `GET …/livestream` shows it. */
export interface LiveStreamConfiguration {
  readonly stream_url: string;
  readonly stream_key: string;
  readonly page_url: string;
  readonly resolution?: string;
}

interface Streamable {
  /** Digits up to 2^63-1, always a string. */
  readonly id: string;
  readonly topic: string;
  readonly host_id: string;
  /** `null`: never configured. */
  readonly livestream: LiveStreamConfiguration | null;
  readonly livestream_status: LiveStreamStatus;
}

/** A meeting. */
export interface Meeting extends Streamable {
  readonly status: "waiting" | "started";
  readonly encryption_type: "enhanced_encryption" | "e2ee";
}

/** A webinar. Its practice session does not count as started. */
export interface Webinar extends Streamable {
  readonly status: "waiting" | "practice" | "started";
}

/** What a world holds, by kind. */
export interface Entities {
  readonly users: User;
  readonly meetings: Meeting;
  readonly webinars: Webinar;
}

export type EntityKind = keyof Entities;

/** The kinds, for code that walks through a world. */
export const ENTITY_KINDS = ["users", "meetings", "webinars"] as const satisfies readonly EntityKind[];

/** A whole world as one document: what scenarios hold and `/__zoom/state` reads and writes. */
export interface World {
  /** The account whose token calls the API. */
  readonly account_id: string;
  readonly users: readonly User[];
  readonly meetings: readonly Meeting[];
  readonly webinars: readonly Webinar[];
}
