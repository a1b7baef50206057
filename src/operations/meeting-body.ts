import * as v from "valibot";
import type { MeetingSettings } from "../domain/scheduled.js";
import { settingsObject } from "./livestream-status.js";
import type { JsonObject } from "./operation.js";
import { scheduledFields, sharedSettingsFields } from "./scheduled-body.js";

/** The settings of a meeting that the mock keeps; others are ignored. */
export const meetingSettingsFields = () => ({
  ...sharedSettingsFields(),
  participant_video: v.exactOptional(v.boolean()),
  join_before_host: v.exactOptional(v.boolean()),
  mute_upon_entry: v.exactOptional(v.boolean()),
  watermark: v.exactOptional(v.boolean()),
  use_pmi: v.exactOptional(v.boolean()),
  waiting_room: v.exactOptional(v.boolean()),
  encryption_type: v.exactOptional(v.picklist(["enhanced_encryption", "e2ee"])),
});

/** The body that creates or changes a meeting. Zoom requires nothing of it. */
export const meetingBody = () =>
  v.object({
    ...scheduledFields(),
    type: v.exactOptional(v.picklist([1, 2, 3, 8, 10])),
    settings: v.exactOptional(settingsObject(meetingSettingsFields())),
  });

/** What a setting is where nobody has set it. Source: the defaults in Zoom's description, 2025-12. */
export const MEETING_DEFAULTS = {
  host_video: false,
  participant_video: false,
  join_before_host: false,
  mute_upon_entry: false,
  watermark: false,
  use_pmi: false,
  approval_type: 2,
  audio: "both",
  auto_recording: "none",
  alternative_hosts: "",
  meeting_authentication: false,
  waiting_room: false,
  encryption_type: "enhanced_encryption",
} as const satisfies MeetingSettings;

/** A meeting as clients order it. */
export const sampleMeetingBody = {
  topic: "My meeting",
  type: 2,
  start_time: "2026-01-31T12:00:00Z",
  duration: 60,
  settings: { host_video: true },
} as const satisfies JsonObject;
