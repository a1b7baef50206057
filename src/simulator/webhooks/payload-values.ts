import type { Meeting, Scheduled, Webinar } from "../../domain/scheduled.js";
import type { Switches } from "../../domain/switches.js";
import { secondsOnly } from "../../domain/time-zone.js";
import type { User } from "../../domain/user.js";
import { scheduledSummary } from "../../operations/scheduled-reply.js";

/** What an event tells of. */
export interface Happening {
  /** When, in milliseconds since the epoch. */
  readonly at: number;
  readonly entity: Meeting | Webinar;
  /** The entity as it was, where it is told of as changed. */
  readonly before: Meeting | Webinar | undefined;
  readonly host: User | undefined;
  readonly accountId: string;
}

/** What fills the payload of an event. */
export function payloadValues(
  { at, entity, before, host, accountId }: Happening,
  { liveStreamingEventId }: Pick<Switches, "liveStreamingEventId">,
): Readonly<Record<string, unknown>> {
  const { id: idNumber, join_url: joinUrl, topic, type, duration, timezone, uuid } = scheduledSummary(entity);
  const settings: { readonly use_pmi?: boolean; readonly alternative_hosts?: string } = entity.settings;
  const then = secondsOnly(at);
  return {
    ...{ accountId, operator: host?.email, operatorId: entity.host_id, hostId: entity.host_id, eventTs: at },
    ...{ id: entity.id, idNumber, liveStreamId: liveStreamingEventId === "number" ? idNumber : entity.id },
    ...{ uuid, topic, type, duration, timezone, joinUrl, password: entity.password },
    ...{ startTime: entity.start_time ?? then, endTime: then, dateTime: then },
    liveStreamSettings: entity.livestream ?? undefined,
    usePmi: settings.use_pmi ?? false,
    alternativeHosts: settings.alternative_hosts ?? "",
    ...changes(idNumber, entity, before),
  };
}

/** The members that differ, as they are and as they were. */
function changes(id: bigint, entity: Meeting | Webinar, before: Meeting | Webinar = entity) {
  const changed = TOLD.filter((name) => JSON.stringify(entity[name]) !== JSON.stringify(before[name]));
  const settings = differing(entity.settings, before.settings);
  const of = (each: Meeting | Webinar, eachSettings: object) => ({
    id,
    ...Object.fromEntries(changed.map((name) => [name, each[name] ?? undefined])),
    ...(Object.keys(settings.after).length > 0 && { settings: eachSettings }),
  });
  return { changed: of(entity, settings.after), before: of(before, settings.before) };
}

const TOLD = [
  "topic",
  "type",
  "start_time",
  "duration",
  "timezone",
  "password",
  "agenda",
  "recurrence",
] as const satisfies readonly (keyof Scheduled | "type")[];

function differing(after: object, before: object) {
  const old: Record<string, unknown> = { ...before };
  const names = Object.entries(after).filter(([name, value]) => old[name] !== value);
  return {
    after: Object.fromEntries(names),
    before: Object.fromEntries(names.map(([name]) => [name, old[name]])),
  };
}
