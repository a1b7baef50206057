import { getMeetingLiveStreamDetails } from "./get-meeting-livestream-details.js";
import { meetingLiveStreamStatusUpdate } from "./meeting-livestream-status-update.js";
import { meetingLiveStreamUpdate } from "./meeting-livestream-update.js";
import type { AnyOperation } from "./operation.js";
import { webinarLiveStreamStatusUpdate } from "./webinar-livestream-status-update.js";

const ALL = [
  meetingLiveStreamStatusUpdate,
  webinarLiveStreamStatusUpdate,
  meetingLiveStreamUpdate,
  getMeetingLiveStreamDetails,
] as const satisfies readonly AnyOperation[];

/** Every operation of Zoom's API that the mock performs. */
export const operations: readonly AnyOperation[] = ALL;

/** One of them, with its own types. */
export type KnownOperation = (typeof ALL)[number];
