import * as v from "valibot";
import type { Scheduled } from "../domain/scheduled.js";
import { secondsOnly, utcTime } from "../domain/time-zone.js";

/**
 * What a body may say of a meeting and of a webinar alike. Lengths: Zoom's description, 2025-12. Unknown fields are
 * ignored (measured, fne-lms).
 */
export const scheduledFields = () => ({
  topic: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
  agenda: v.exactOptional(v.pipe(v.string(), v.maxLength(2000))),
  start_time: v.exactOptional(
    v.pipe(
      v.string(),
      v.check((text) => utcTime(text, "UTC") !== undefined),
    ),
  ),
  duration: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  timezone: v.exactOptional(v.string()),
  password: v.exactOptional(v.pipe(v.string(), v.maxLength(10))),
  recurrence: v.exactOptional(v.record(v.string(), v.unknown())),
});

/** The settings that meetings and webinars share. */
export const sharedSettingsFields = () => ({
  host_video: v.exactOptional(v.boolean()),
  approval_type: v.exactOptional(v.picklist([0, 1, 2])),
  audio: v.exactOptional(v.picklist(["both", "telephony", "voip", "thirdParty"])),
  // An unknown value silently becomes "none" (measured, fne-lms).
  auto_recording: v.exactOptional(v.fallback(v.picklist(["local", "cloud", "none"]), "none")),
  alternative_hosts: v.exactOptional(v.string()),
  meeting_authentication: v.exactOptional(v.boolean()),
});

/** What `scheduledFields` let through. */
type ScheduledBody = Partial<Pick<Scheduled, "topic" | "agenda" | "duration" | "timezone" | "password">> & {
  readonly start_time?: string;
  readonly recurrence?: Readonly<Record<string, unknown>>;
};

/**
 * When something new begins: as the body says, and where it says nothing at once.
 *
 * @param hasFixedTime `false` for instant ones and those that recur without a fixed time.
 */
export function startTimeOf(
  { start_time }: ScheduledBody,
  timezone: string,
  hasFixedTime: boolean,
  now: number,
): string | null {
  if (!hasFixedTime) return null;
  return (start_time === undefined ? undefined : utcTime(start_time, timezone)) ?? secondsOnly(now);
}

/** A meeting or webinar with what a body changes; the very same one where it changes nothing. */
export function revised<Revised extends Scheduled>(
  entity: Revised,
  { settings = {}, ...body }: ScheduledBody & { readonly type?: number; readonly settings?: object },
): Revised & { readonly settings: object } {
  const timezone = body.timezone ?? entity.timezone;
  const start_time = body.start_time === undefined ? entity.start_time : (utcTime(body.start_time, timezone) ?? null);
  const before = entity as Revised & { readonly settings: object }; // meetings and webinars have settings
  const after = { ...before, ...body, start_time, settings: { ...before.settings, ...settings } };
  return JSON.stringify(after) === JSON.stringify(before) ? before : after;
}
