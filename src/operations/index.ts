import { getMeetingLiveStreamDetails } from "./get-meeting-livestream-details.js";
import { meetingLiveStreamStatusUpdate } from "./meeting-livestream-status-update.js";
import { meetingLiveStreamUpdate } from "./meeting-livestream-update.js";
import { oauthDeviceCode } from "./oauth-device-code.js";
import { oauthRevoke } from "./oauth-revoke.js";
import { oauthToken } from "./oauth-token.js";
import type { AnyOperation } from "./operation.js";
import { webinarLiveStreamStatusUpdate } from "./webinar-livestream-status-update.js";

/** Every operation of Zoom's API that the mock performs. */
export const operations: readonly AnyOperation[] = [
  meetingLiveStreamStatusUpdate,
  webinarLiveStreamStatusUpdate,
  meetingLiveStreamUpdate,
  getMeetingLiveStreamDetails,
  oauthToken,
  oauthRevoke,
  oauthDeviceCode,
];
