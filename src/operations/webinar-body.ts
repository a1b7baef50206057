import * as v from "valibot";
import type { WebinarSettings } from "../domain/scheduled.js";
import { settingsObject } from "./livestream-status.js";
import type { JsonObject } from "./operation.js";
import { scheduledFields, sharedSettingsFields } from "./scheduled-body.js";

/** The settings of a webinar that the mock keeps; others are ignored. */
export const webinarSettingsFields = () => ({
  ...sharedSettingsFields(),
  panelists_video: v.exactOptional(v.boolean()),
  practice_session: v.exactOptional(v.boolean()),
  hd_video: v.exactOptional(v.boolean()),
  on_demand: v.exactOptional(v.boolean()),
});

/** The body that creates or changes a webinar. Zoom requires nothing of it. */
export const webinarBody = () =>
  v.object({
    ...scheduledFields(),
    type: v.exactOptional(v.picklist([5, 6, 9])),
    settings: v.exactOptional(settingsObject(webinarSettingsFields())),
  });

/** What a setting is where nobody has set it. Source: the defaults in Zoom's description, 2025-12. */
export const WEBINAR_DEFAULTS = {
  host_video: false,
  panelists_video: false,
  practice_session: false,
  hd_video: false,
  approval_type: 2,
  audio: "both",
  auto_recording: "none",
  alternative_hosts: "",
  on_demand: false,
  meeting_authentication: false,
} as const satisfies WebinarSettings;

/** A webinar as clients order it. */
export const sampleWebinarBody = {
  topic: "My webinar",
  type: 5,
  start_time: "2026-01-31T12:00:00Z",
  duration: 60,
  settings: { practice_session: true },
} as const satisfies JsonObject;
