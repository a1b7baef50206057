import type { LiveStreamEvent } from "./livestream.js";

/** A change that Zoom announces, without the kind of what changed: `started` is `meeting.started` of a meeting. */
export type WorldEvent = LiveStreamEvent | "started" | "ended" | "created" | "updated" | "deleted";
