import * as v from "valibot";
import { isDuration, milliseconds } from "../domain/duration.js";

/** As long as clients and proxies usually wait. */
const LONGEST_WAIT = 60_000;

/** How long a command waits, in real time. */
export const waitTime = v.pipe(
  v.union([v.number(), v.string()]),
  // A query has but text: digits alone are milliseconds.
  v.transform((text) => (typeof text === "string" && /^\d+$/.test(text) ? Number(text) : text)),
  v.check((text) => isDuration(text) && milliseconds(text) <= LONGEST_WAIT, 'it is no length of time up to "60s"'),
);
