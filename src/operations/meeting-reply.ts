import * as v from "valibot";
import type { Meeting } from "../domain/scheduled.js";
import { MEETING_DEFAULTS, meetingSettingsFields } from "./meeting-body.js";
import type { JsonObject } from "./operation.js";
import { detailEntries, scheduledDetails, scheduledEntries, scheduledSummary } from "./scheduled-reply.js";

/** The document on one meeting. There is no stream configuration in it: that has an operation of its own. */
export const meetingSchema = v.object({
  ...scheduledEntries(),
  ...detailEntries(),
  status: v.picklist(["waiting", "started"]),
  pre_schedule: v.boolean(),
  settings: v.object(meetingSettingsFields()),
});

/** A meeting as Zoom shows it. */
export const meetingReply = (meeting: Meeting, hostEmail: string | undefined) => ({
  ...scheduledSummary(meeting),
  ...scheduledDetails(meeting, hostEmail),
  status: meeting.status,
  pre_schedule: false,
  settings: { ...MEETING_DEFAULTS, ...meeting.settings },
});

/** One meeting of a list. */
export const meetingSummarySchema = v.object(scheduledEntries());

export const sampleMeetingSummary = {
  id: 85746065432n,
  uuid: "aDYlohsHRtCd4ii1uC2+hA==",
  host_id: "KDcuGIm1QgePTO8WbOqwIQ",
  topic: "My meeting",
  type: 2,
  start_time: "2026-01-31T12:00:00Z",
  duration: 60,
  timezone: "UTC",
  agenda: "",
  created_at: "2026-01-01T00:00:00Z",
  join_url: "https://example.com/j/85746065432?pwd=Rz7kQ2",
} as const satisfies JsonObject;

export const sampleMeeting = {
  ...sampleMeetingSummary,
  host_email: "host@example.com",
  start_url: "https://example.com/s/85746065432?zak=zoom-mock",
  password: "Rz7kQ2",
  encrypted_password: "Rz7kQ2",
  h323_password: "Rz7kQ2",
  pstn_password: "Rz7kQ2",
  creation_source: "open_api",
  status: "waiting",
  pre_schedule: false,
  settings: MEETING_DEFAULTS,
} as const satisfies JsonObject;
