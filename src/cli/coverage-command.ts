import { type Command, InvalidArgumentError, Option } from "commander";
import { coverageTable } from "./coverage-table.js";
import { addRunningMockFlags, type RunningMockFlags, runningMock } from "./running-mock.js";

interface CoverageFlags extends RunningMockFlags {
  readonly min: number;
  readonly minWebhooks: number;
  readonly minFaults: number;
  readonly ignore: readonly string[];
  readonly json?: boolean;
}

/** `zoom-mock coverage`: what the client has met of a running mock, and what never; exits with 1 when it is too little. */
export function coverageCommand(command: Command): Command {
  const minimum = (flag: string, what: string) =>
    new Option(`${flag} <percent>`, `exit with 1 when fewer of the ${what} were met`).default(0).argParser(percent);
  command
    .name("coverage")
    .description("Tell which operations, outcomes, encodings, webhooks and faults a client has met, and which never.")
    .addOption(minimum("--min", "outcomes"))
    .addOption(minimum("--min-webhooks", "webhooks"))
    .addOption(minimum("--min-faults", "faults"))
    .addOption(new Option("--ignore <name...>", "outcomes, webhooks and faults that need not be met").default([]))
    .addOption(new Option("--json", "as JSON"));
  return addRunningMockFlags(command).action(
    async ({ min, minWebhooks, minFaults, ignore, json, ...flags }: CoverageFlags) => {
      const report = await runningMock(flags).coverage({ ignore });
      console.log(json ? JSON.stringify(report, null, 2) : coverageTable(report));
      const wanted = [
        ["outcomes", report.percent, min],
        ["webhooks", report.webhooks.percent, minWebhooks],
        ["faults", report.faults.percent, minFaults],
      ] as const;
      for (const [what, reached, least] of wanted) {
        if (reached >= least) continue;
        console.error(`Failed to reach ${least} %: ${reached} % of the ${what} were met. Test those that never were.`);
        process.exitCode = 1;
      }
    },
  );
}

function percent(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) <= 100) return Number(text);
  throw new InvalidArgumentError("Give a number from 0 to 100, for example 80.");
}
