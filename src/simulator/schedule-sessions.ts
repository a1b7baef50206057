import { type Clock, isoTime } from "../domain/clock.js";
import type { Meeting, Webinar } from "../domain/scheduled.js";
import type { Switches } from "../domain/switches.js";
import type { Agenda, Task } from "./agenda.js";
import { holdSession, type SessionStage } from "./hold-session.js";
import type { Store } from "./store.js";

type Kind = "meetings" | "webinars";

interface Surroundings extends SessionStage {
  readonly agenda: Agenda;
  readonly clock: Clock;
}

/** A store that keeps the agenda up to date, and the way to make the agenda anew. */
interface ScheduledStore {
  readonly store: Store;
  readonly reschedule: () => Promise<void>;
}

/**
 * Lets meetings and webinars start at their start_time, and end after their duration. Of a recurring one that is the
 * first time only. What is past when it is loaded or created stays as it is.
 */
export function scheduleSessions(mode: Switches["scheduledSessions"], around: Surroundings): ScheduledStore {
  const { store, agenda, clock } = around;
  if (mode === "wait") return { store, reschedule: async () => {} };
  const tasksOf = (kind: Kind, entity: Meeting | Webinar): Task[] => {
    const now = clock.now();
    const ends = mode === "startAndEnd" ? [task("end", kind, entity, around)] : [];
    return [task("start", kind, entity, around), ...ends].filter(({ at }) => at >= now);
  };
  return {
    store: {
      ...store,
      commit: async (changes) => {
        const planned: Task[] = [];
        for (const { kind, id, value } of changes) {
          if ((kind !== "meetings" && kind !== "webinars") || !value) continue;
          const after = value as Meeting | Webinar; // a change of these kinds holds one of them
          const before = (await store.get(kind, id))?.value;
          if (!before || planOf(before) !== planOf(after)) planned.push(...tasksOf(kind, after));
        }
        const isCommitted = await store.commit(changes);
        if (isCommitted) for (const each of planned) agenda.add(each);
        return isCommitted;
      },
    },
    reschedule: async () => {
      const [meetings, webinars] = await Promise.all([store.list("meetings"), store.list("webinars")]);
      agenda.replace("sessions", [
        ...meetings.flatMap((meeting) => tasksOf("meetings", meeting)),
        ...webinars.flatMap((webinar) => tasksOf("webinars", webinar)),
      ]);
    },
  };
}

/** One start or end. Whether it is still to happen is asked when its time has come: the plan may be another by then. */
function task(command: "start" | "end", kind: Kind, entity: Meeting | Webinar, around: Surroundings): Task {
  const { id } = entity;
  const at = timeOf(command, entity);
  return {
    at,
    owner: "sessions",
    run: async () => {
      const stored = await around.store.get(kind, id);
      if (!stored || timeOf(command, stored.value) !== at) return undefined;
      const held = await holdSession(around, kind, id, command, at, "clock");
      const hasHappened = held !== undefined && "events" in held && held.events.length > 0;
      return hasHappened ? { at: isoTime(at), task: command, kind, id } : undefined;
    },
  };
}

/** Equal for the same start and end. */
const planOf = ({ start_time, duration }: Meeting | Webinar): string => `${start_time}/${duration}`;

/** One without a fixed time has none: it is never due. */
function timeOf(command: "start" | "end", { start_time, duration }: Meeting | Webinar): number {
  const start = start_time === null ? Number.NaN : Date.parse(start_time);
  return command === "start" ? start : start + duration * 60_000;
}
