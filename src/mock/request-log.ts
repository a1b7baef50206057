import type { JournalEntry } from "../simulator/journal.js";
import type { StartOptions } from "./options.js";

type Listener = (entry: JournalEntry) => void;

/** A listener that writes one line for each request to standard output, and then tells the next one. */
export async function createRequestLog(
  log: NonNullable<StartOptions["log"]>,
  next?: Listener,
): Promise<Listener | undefined> {
  if (log === "silent") return next;
  const { pino } = await import("pino");
  const destination =
    log === "json" ? pino.destination({ dest: 1, sync: true }) : (await import("pino-pretty")).default(PRETTY);
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return (entry) => {
    logger[levelOf(entry)](logged(entry), lineOf(entry));
    next?.(entry);
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
}: JournalEntry) {
  const why =
    fault !== null
      ? `${outcome} by fault ${fault.name} (${fault.performed ? "performed" : "not performed"})`
      : outcome === null
        ? `refused by zoom-mock: ${refusal}`
        : `${outcome} (${evidence}${preferred ? ", by Prefer" : ""})`;
  const change = before && after && before.status !== after.status ? `, ${before.status} → ${after.status}` : "";
  const findings = diagnoses.map(({ code, field, message, excerpt }) => {
    return `\n    ${code} (${field}): ${message}${excerpt ? ` Found: ${excerpt}` : ""}`;
  });
  const [curl] = diagnoses.flatMap((diagnosis) => diagnosis.curl ?? []);
  return `${method} ${path} → ${status || "no answer:"} ${why}${change}${findings.join("")}${curl ? `\n    try: ${curl}` : ""}`;
}
