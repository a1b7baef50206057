import { getMeetingLiveStreamDetails } from "./get-meeting-livestream-details.js";
import { getWebinarLiveStreamDetails } from "./get-webinar-livestream-details.js";
import { meetingLiveStreamingJoinToken } from "./meeting-live-streaming-join-token.js";
import { meetingLiveStreamStatusUpdate } from "./meeting-livestream-status-update.js";
import { meetingLiveStreamUpdate } from "./meeting-livestream-update.js";
import type { AnyOperation } from "./operation.js";
import { user } from "./user.js";
import { userSettings } from "./user-settings.js";
import { userSettingsUpdate } from "./user-settings-update.js";
import { webinarLiveStreamingJoinToken } from "./webinar-live-streaming-join-token.js";
import { webinarLiveStreamStatusUpdate } from "./webinar-livestream-status-update.js";
import { webinarLiveStreamUpdate } from "./webinar-livestream-update.js";

const ALL = [
  meetingLiveStreamStatusUpdate,
  webinarLiveStreamStatusUpdate,
  meetingLiveStreamUpdate,
  getMeetingLiveStreamDetails,
  webinarLiveStreamUpdate,
  getWebinarLiveStreamDetails,
  meetingLiveStreamingJoinToken,
  webinarLiveStreamingJoinToken,
  user,
  userSettings,
  userSettingsUpdate,
] as const satisfies readonly AnyOperation[];

/** Every operation of Zoom's API that the mock performs. */
export const operations: readonly AnyOperation[] = ALL;

/** One of them, with its own types. */
export type KnownOperation = (typeof ALL)[number];
