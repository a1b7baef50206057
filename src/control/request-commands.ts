import * as v from "valibot";
import type { JournalFilter } from "../simulator/journal.js";
import { defineCommand } from "./command.js";

/** A number as a query writes it, or as a program does. */
export const number = v.union(
  [v.pipe(v.number(), v.integer(), v.minValue(0)), v.pipe(v.string(), v.digits(), v.transform(Number))],
  "it is neither a number nor one in digits",
);

export const listRequests = defineCommand({
  method: "GET",
  path: "/requests",
  summary: "The journal: the last requests with their answers, oldest first.",
  input: v.strictObject({
    operation: v.exactOptional(v.string()),
    outcome: v.exactOptional(v.string()),
    method: v.exactOptional(v.string()),
    path: v.exactOptional(v.string()),
    status: v.exactOptional(number),
    limit: v.exactOptional(number),
  }),
  run: async ({ universe }, filter: JournalFilter) => ({
    requests: universe.journal.list(filter),
    dropped: universe.journal.dropped,
  }),
});

export const clearRequests = defineCommand({
  method: "DELETE",
  path: "/requests",
  summary: "Empties the journal.",
  input: v.strictObject({}),
  run: async ({ universe }) => universe.journal.clear(),
});
