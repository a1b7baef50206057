import { type Command, Option } from "commander";
import { describeOperations } from "../index.js";

/** `zoom-mock operations`: what the mock can answer, and how that is known. */
export function operationsCommand(command: Command): Command {
  return command
    .name("operations")
    .description("List the operations with their outcomes and evidence, and the switches.")
    .addOption(
      new Option("--profile <name>", "which of Zoom's descriptions: 2021 (the default) or 2025")
        .env("ZOOM_MOCK_PROFILE")
        .conflicts("fixtures"),
    )
    .addOption(
      new Option("--fixtures <folder>", "a profile of your own that extends one of ours").env("ZOOM_MOCK_FIXTURES"),
    )
    .addOption(new Option("--json", "as JSON"))
    .action(({ profile, fixtures, json }: { profile?: string; fixtures?: string; json?: boolean }) => {
      const described = describeOperations(fixtures ?? profile);
      console.log(json ? JSON.stringify(described, null, 2) : asText(described));
    });
}

function asText({ profile, description, operations, switches }: ReturnType<typeof describeOperations>): string {
  const sections = operations.map(({ method, path, id, outcomes }) => {
    const rows = outcomes.map(({ outcome, status, code, message, evidence }) => [
      `  ${outcome}`,
      code === null ? `${status}` : `${status}/${code}`,
      evidence,
      message ?? "",
    ]);
    return `${method} ${path}  (${id})\n${aligned(rows)}`;
  });
  const choices = switches.map(({ name, values, default: value, realistic, evidence, meaning }) => [
    `  ${name}=${value}`,
    realistic === null ? "" : `realistic: ${realistic === value ? "the same" : realistic}`,
    Array.isArray(values) ? values.join("|") : String(values),
    evidence,
    meaning,
  ]);
  return [
    `Profile ${profile}: ${description}`,
    ...sections,
    `Switches (--switch name=value)\n${aligned(choices)}`,
  ].join("\n\n");
}

/** Columns as wide as their widest cell. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
