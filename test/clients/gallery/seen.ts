import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import type { JournalEntry } from "../../../src/index.js";

/** What the mock saw of a client: the types of body, and the `Accept` headers (`none` where there was none). */
export interface Seen {
  readonly bodies: readonly string[];
  readonly accept: readonly string[];
}

/** Of the commands to live streams; how a token was asked for says nothing. */
export function seenOf(requests: readonly JournalEntry[]): Seen {
  const commands = requests.filter(({ method }) => method === "PATCH");
  return {
    bodies: [...new Set(commands.map(({ encoding }) => encoding))],
    accept: [...new Set(commands.map(({ headers }) => String(headers["accept"] ?? "none")))],
  };
}

/** What `npm run gallery` found out of a client the last time that it was run. */
export type LastRun = v.InferOutput<typeof LAST_RUN>;

const list = v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.readonly());
const LAST_RUN = v.strictObject({
  version: v.string(),
  bodies: list,
  accept: list,
  /** The variable that it took the proxy from; `null`: it came by none. */
  proxy: v.nullable(v.string()),
  /** The variables each of which was enough for it to trust the mock. */
  trust: list,
});

/** Where it is kept, by the clients' names. */
export const LAST_RUN_FILE = fileURLToPath(new URL("../../../examples/clients/last-run.json", import.meta.url));

export function lastRuns(): Readonly<Record<string, LastRun>> {
  if (!existsSync(LAST_RUN_FILE)) return {};
  return v.parse(v.record(v.string(), LAST_RUN), JSON.parse(readFileSync(LAST_RUN_FILE, "utf8")));
}
