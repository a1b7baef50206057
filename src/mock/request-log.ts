import type { EventCause, EventEntry } from "../simulator/event-log.js";
import type { JournalEntry } from "../simulator/journal.js";
import type { Announcement } from "../simulator/transaction.js";
import type { StartOptions } from "./options.js";

type Listener = (entry: JournalEntry) => void;

/** What writes to standard output; nothing where nothing is written. */
interface RequestLog {
  readonly onRequest?: Listener;
  readonly onEvent?: (entry: EventEntry, universe: string) => void;
}

/**
 * Listeners that write one line for each request, and then tell the next listener; and one for each event that no
 * request caused.
 */
export async function createRequestLog(log: NonNullable<StartOptions["log"]>, next?: Listener): Promise<RequestLog> {
  if (log === "silent") return {};
  const { pino } = await import("pino");
  const destination =
    log === "json" ? pino.destination({ dest: 1, sync: true }) : (await import("pino-pretty")).default(PRETTY);
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    onRequest: (entry) => {
      logger[levelOf(entry)](logged(entry), lineOf(entry));
      next?.(entry);
    },
    // What a request caused stands in the request's own line.
    onEvent: (entry, universe) => {
      if (entry.cause !== "request") logger.info({ ...entry, universe }, eventLine(entry, universe));
    },
  };
}

const PRETTY = {
  sync: true,
  hideObject: true,
  ignore: "level",
  translateTime: "SYS:HH:MM:ss.l",
};

const levelOf = ({ outcome, diagnoses }: JournalEntry): "warn" | "info" =>
  outcome === null || diagnoses.length > 0 ? "warn" : "info";

const logged = ({
  id,
  method,
  path,
  operation,
  status,
  outcome,
  evidence,
  profile,
  diagnoses,
  fault,
  refusal,
  events,
}: JournalEntry) => ({
  request: id,
  method,
  path,
  operation,
  status,
  outcome,
  evidence,
  profile,
  ...(fault !== null && { fault }),
  ...(refusal !== null && { refusal }),
  ...(events.length > 0 && { events: events.map(eventName) }),
  ...(diagnoses.length > 0 && { diagnoses }),
});

/** A request with its answer for people: what was asked, how it ended and why, and what was wrong with the body. */
export function lineOf({
  method,
  path,
  status,
  outcome,
  evidence,
  preferred,
  fault,
  refusal,
  diagnoses,
  before,
  after,
  events,
}: JournalEntry) {
  const why =
    fault !== null
      ? `${outcome} by fault ${fault.name} (${fault.performed ? "performed" : "not performed"})`
      : outcome === null
        ? `refused by zoom-mock: ${refusal}`
        : `${outcome} (${evidence}${preferred ? ", by Prefer" : ""})`;
  const change = before && after && before.status !== after.status ? `, ${before.status} → ${after.status}` : "";
  const others = events.map(eventName).filter((name) => change === "" || !name.includes("live_streaming"));
  const findings = diagnoses.map(({ code, field, message, excerpt }) => {
    return `\n    ${code} (${field}): ${message}${excerpt ? ` Found: ${excerpt}` : ""}`;
  });
  const [curl] = diagnoses.flatMap((diagnosis) => diagnosis.curl ?? []);
  return `${method} ${path} → ${status || "no answer:"} ${why}${change}${others.map((name) => `, ${name}`).join("")}${findings.join("")}${curl ? `\n    try: ${curl}` : ""}`;
}

const eventLine = (entry: EventEntry, universe: string): string =>
  `${eventName(entry)} ${entry.id} (${CAUSES[entry.cause]})${universe === "default" ? "" : ` in universe ${universe}`}`;

const CAUSES = {
  request: "by a request",
  control: "by a control command",
  clock: "by its schedule",
} as const satisfies Record<EventCause, string>;

/** As Zoom calls the event. */
const eventName = ({ kind, event }: Announcement): string => `${kind.slice(0, -1)}.${event}`;
