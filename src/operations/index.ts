import { getMeetingLiveStreamDetails } from "./get-meeting-livestream-details.js";
import { meeting } from "./meeting.js";
import { meetingCreate } from "./meeting-create.js";
import { meetingDelete } from "./meeting-delete.js";
import { meetingLiveStreamStatusUpdate } from "./meeting-livestream-status-update.js";
import { meetingLiveStreamUpdate } from "./meeting-livestream-update.js";
import { meetingStatus } from "./meeting-status.js";
import { meetingUpdate } from "./meeting-update.js";
import { meetings } from "./meetings.js";
import type { AnyOperation } from "./operation.js";
import { webinar } from "./webinar.js";
import { webinarCreate } from "./webinar-create.js";
import { webinarDelete } from "./webinar-delete.js";
import { webinarLiveStreamStatusUpdate } from "./webinar-livestream-status-update.js";
import { webinarStatus } from "./webinar-status.js";
import { webinarUpdate } from "./webinar-update.js";
import { webinars } from "./webinars.js";

/** Every operation of Zoom's API that the mock performs. */
export const operations: readonly AnyOperation[] = [
  meetingLiveStreamStatusUpdate,
  webinarLiveStreamStatusUpdate,
  meetingLiveStreamUpdate,
  getMeetingLiveStreamDetails,
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
];
