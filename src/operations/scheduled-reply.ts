import * as v from "valibot";
import type { Scheduled } from "../domain/scheduled.js";
import type { JsonObject } from "./operation.js";

/** What every document on a meeting or webinar tells. Ids are numbers of up to 19 digits. */
export const scheduledEntries = () => ({
  id: v.bigint(),
  uuid: v.string(),
  host_id: v.string(),
  topic: v.string(),
  type: v.number(),
  start_time: v.optional(v.string()),
  duration: v.number(),
  timezone: v.string(),
  agenda: v.string(),
  created_at: v.string(),
  join_url: v.string(),
});

/** What the document on a single one tells besides. */
export const detailEntries = () => ({
  host_email: v.optional(v.string()),
  start_url: v.string(),
  password: v.string(),
  encrypted_password: v.string(),
  h323_password: v.string(),
  pstn_password: v.string(),
  // It came as JSON and goes as JSON.
  recurrence: v.optional(v.record(v.string(), v.unknown()) as unknown as v.GenericSchema<JsonObject>),
  creation_source: v.picklist(["other", "open_api", "web_portal"]),
});

/** One of a list. */
export const scheduledSummary = (entity: Scheduled & { readonly type: number }) => ({
  id: BigInt(entity.id),
  uuid: entity.uuid,
  host_id: entity.host_id,
  topic: entity.topic,
  type: entity.type,
  start_time: entity.start_time ?? undefined,
  duration: entity.duration,
  timezone: entity.timezone,
  agenda: entity.agenda,
  created_at: entity.created_at,
  join_url: joinUrl(entity),
});

/** What is told of a single one. Who made what a scenario holds is not kept: everything counts as made by the API. */
export const scheduledDetails = (entity: Scheduled, hostEmail: string | undefined) => ({
  host_email: hostEmail,
  start_url: `${PAGES}/s/${entity.id}?zak=zoom-mock`,
  password: entity.password,
  // In whatever ways Zoom derives these, the mock has but one password.
  encrypted_password: entity.password,
  h323_password: entity.password,
  pstn_password: entity.password,
  recurrence: (entity.recurrence as JsonObject | null) ?? undefined, // it came as JSON
  creation_source: "open_api" as const,
});

/** Addresses that lead nowhere, so that no test joins a real meeting by mistake; Zoom's examples have them too. */
const PAGES = "https://example.com";

const joinUrl = ({ id, password }: Scheduled): string =>
  `${PAGES}/j/${id}${password === "" ? "" : `?pwd=${encodeURIComponent(password)}`}`;
