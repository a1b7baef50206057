import * as v from "valibot";
import { type CoverageReport, coverageReport } from "../verification/coverage-report.js";
import { defineCommand } from "./command.js";

export const readCoverage = defineCommand({
  method: "GET",
  path: "/coverage",
  summary:
    "Which operations, outcomes, encodings, webhooks and faults the client has met, in all universes and over all resets.",
  input: v.strictObject({ ignore: v.exactOptional(v.string()) }),
  run: async ({ simulator }, { ignore = "" }): Promise<CoverageReport> =>
    coverageReport(
      simulator,
      ignore.split(",").filter((name) => name !== ""),
    ),
});

export const clearCoverage = defineCommand({
  method: "DELETE",
  path: "/coverage",
  summary: "Begins to count anew what the client meets.",
  input: v.strictObject({}),
  run: async ({ simulator }) => simulator.coverage.clear(),
});
