import * as v from "valibot";
import type { Webinar } from "../domain/scheduled.js";
import type { JsonObject } from "./operation.js";
import { detailEntries, scheduledDetails, scheduledEntries, scheduledSummary } from "./scheduled-reply.js";
import { WEBINAR_DEFAULTS, webinarSettingsFields } from "./webinar-body.js";

/** The document on one webinar. Whether it runs, Zoom does not tell: there is no `status`. */
export const webinarSchema = v.object({
  ...scheduledEntries(),
  ...detailEntries(),
  settings: v.object(webinarSettingsFields()),
});

/** A webinar as Zoom shows it. */
export const webinarReply = (webinar: Webinar, hostEmail: string | undefined) => ({
  ...scheduledSummary(webinar),
  ...scheduledDetails(webinar, hostEmail),
  settings: { ...WEBINAR_DEFAULTS, ...webinar.settings },
});

/** One webinar of a list. */
export const webinarSummarySchema = v.object(scheduledEntries());

export const sampleWebinarSummary = {
  id: 96543210987n,
  uuid: "4Ch1sFPqSUe5m8Y5Qd4UYQ==",
  host_id: "KDcuGIm1QgePTO8WbOqwIQ",
  topic: "My webinar",
  type: 5,
  start_time: "2026-01-31T12:00:00Z",
  duration: 60,
  timezone: "UTC",
  agenda: "",
  created_at: "2026-01-01T00:00:00Z",
  join_url: "https://example.com/j/96543210987?pwd=Rz7kQ2",
} as const satisfies JsonObject;

export const sampleWebinar = {
  ...sampleWebinarSummary,
  host_email: "host@example.com",
  start_url: "https://example.com/s/96543210987?zak=zoom-mock",
  password: "Rz7kQ2",
  encrypted_password: "Rz7kQ2",
  h323_password: "Rz7kQ2",
  pstn_password: "Rz7kQ2",
  creation_source: "open_api",
  settings: WEBINAR_DEFAULTS,
} as const satisfies JsonObject;
