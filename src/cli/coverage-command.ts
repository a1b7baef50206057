import { type Command, InvalidArgumentError, Option } from "commander";
import { type CoverageReport, connectZoomMock, type OutcomeCoverage } from "../index.js";

interface CoverageFlags {
  readonly url: string;
  readonly controlToken?: string;
  readonly min: number;
  readonly ignore: readonly string[];
  readonly json?: boolean;
}

/** `zoom-mock coverage`: what the client has met of a running mock, and what never; exits with 1 when it is too little. */
export function coverageCommand(command: Command): Command {
  return command
    .name("coverage")
    .description("Tell which operations, outcomes and encodings a client has met, and which never.")
    .addOption(
      new Option("--url <url>", "where the mock runs")
        .env("ZOOM_MOCK_URL")
        .default(`http://127.0.0.1:${process.env["ZOOM_MOCK_PORT"] || 4010}`),
    )
    .addOption(new Option("--control-token <token>", "the token it was started with").env("ZOOM_MOCK_CONTROL_TOKEN"))
    .addOption(
      new Option("--min <percent>", "exit with 1 when fewer of the outcomes were met").default(0).argParser(percent),
    )
    .addOption(new Option("--ignore <outcome...>", "outcomes that need not be met").default([]))
    .addOption(new Option("--json", "as JSON"))
    .action(async ({ url, controlToken, min, ignore, json }: CoverageFlags) => {
      const zoom = connectZoomMock(url, controlToken === undefined ? {} : { controlToken });
      const report = await zoom.coverage({ ignore });
      console.log(json ? JSON.stringify(report, null, 2) : asText(report));
      if (report.percent >= min) return;
      console.error(
        `Failed to reach ${min} %: ${report.percent} % of the outcomes were met. Test those that never were.`,
      );
      process.exitCode = 1;
    });
}

function percent(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text) && Number(text) <= 100) return Number(text);
  throw new InvalidArgumentError("Give a number from 0 to 100, for example 80.");
}

function asText({ percent, met, total, operations, common, neverCalled }: CoverageReport): string {
  const sections = operations.map(({ method, path, requests, outcomes, encodings, unread }) => [
    `${method} ${path}  (${requests} requests)`,
    ...rows(outcomes),
    `  Bodies: ${counted(encodings)}`,
    ...(Object.keys(unread).length > 0 ? [`  Sent but never read: ${counted(unread)}`] : []),
  ]);
  if (common.length > 0) sections.push(["Whatever was called", ...rows(common)]);
  if (neverCalled.length > 0) sections.push([`Never called: ${neverCalled.join(", ")}`]);
  const missed = [...operations.flatMap(({ outcomes }) => outcomes), ...common].filter(({ answers }) => answers === 0);
  if (missed.length > 0) sections.push([`Your tests never saw ${missed.map(named).join(", ")}.`]);
  return [...sections.map((lines) => lines.join("\n")), `${percent} % of the outcomes: ${met} of ${total}`].join(
    "\n\n",
  );
}

/** A line for each outcome, in columns. */
function rows(outcomes: readonly OutcomeCoverage[]): string[] {
  const widest = Math.max(...outcomes.map(({ outcome }) => outcome.length));
  return outcomes.map(({ outcome, status, code, answers }) => {
    const answer = (code === null ? `${status}` : `${status}/${code}`).padEnd("400/4927".length);
    return `  ${outcome.padEnd(widest)}  ${answer}  ${answers === 0 ? "never" : answers}`;
  });
}

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count === 0 ? "never" : count}`)
    .join(", ");

const named = ({ outcome, status, code }: OutcomeCoverage): string =>
  code === null || code === status ? `${status} ${outcome}` : `${status}/${code} ${outcome}`;
