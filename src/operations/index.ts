import { getMeetingLiveStreamDetails } from "./get-meeting-livestream-details.js";
import { getWebinarLiveStreamDetails } from "./get-webinar-livestream-details.js";
import { meeting } from "./meeting.js";
import { meetingCreate } from "./meeting-create.js";
import { meetingDelete } from "./meeting-delete.js";
import { meetingLiveStreamingJoinToken } from "./meeting-live-streaming-join-token.js";
import { meetingLiveStreamStatusUpdate } from "./meeting-livestream-status-update.js";
import { meetingLiveStreamUpdate } from "./meeting-livestream-update.js";
import { meetingStatus } from "./meeting-status.js";
import { meetingUpdate } from "./meeting-update.js";
import { meetings } from "./meetings.js";
import { oauthDeviceCode } from "./oauth-device-code.js";
import { oauthRevoke } from "./oauth-revoke.js";
import { oauthToken } from "./oauth-token.js";
import type { AnyOperation } from "./operation.js";
import { user } from "./user.js";
import { userSettings } from "./user-settings.js";
import { userSettingsUpdate } from "./user-settings-update.js";
import { webinar } from "./webinar.js";
import { webinarCreate } from "./webinar-create.js";
import { webinarDelete } from "./webinar-delete.js";
import { webinarLiveStreamingJoinToken } from "./webinar-live-streaming-join-token.js";
import { webinarLiveStreamStatusUpdate } from "./webinar-livestream-status-update.js";
import { webinarLiveStreamUpdate } from "./webinar-livestream-update.js";
import { webinarStatus } from "./webinar-status.js";
import { webinarUpdate } from "./webinar-update.js";
import { webinars } from "./webinars.js";

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
  meetingCreate,
  meetings,
  meeting,
  meetingUpdate,
  meetingDelete,
  meetingStatus,
  webinarCreate,
  webinars,
  webinar,
  webinarUpdate,
  webinarDelete,
  webinarStatus,
  oauthToken,
  oauthRevoke,
  oauthDeviceCode,
] as const satisfies readonly AnyOperation[];

/** Every operation of Zoom's API that the mock performs. */
export const operations: readonly AnyOperation[] = ALL;

/** One of them, with its own types. */
export type KnownOperation = (typeof ALL)[number];
