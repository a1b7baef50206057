import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { parseSwitches } from "../../src/cli/switch-option.js";
import { describeOperations, startZoomMock } from "../../src/index.js";

const run = promisify(execFile);
const page = readFileSync(new URL("../../docs/traps.md", import.meta.url), "utf8");
const { switches } = describeOperations("2025");

const traps = page
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    title: section.split("\n")[0] ?? "",
    row: /^\| `(\w+)` +\| (.+?) +\| (.*?) *\| (\w+) +\|$/m.exec(section)?.slice(1) ?? [],
    switched: parseSwitches(/^With `--switch (\S+)`:$/m.exec(section)?.[1] ?? ""),
    command: /```bash\n(.*)\n```/.exec(section)?.[1] ?? "",
    printed: /```text\n(.*)\n```/.exec(section)?.[1] ?? "",
  }));

test.each(traps.map((trap) => [trap.title, trap] as const))(
  "%s: the command prints what the page says, with the switch that it names",
  async (_title, { row, switched, command, printed }) => {
    await using zoom = await startZoomMock({ profile: "2025", switches: switched });
    expect(Object.keys(switched).every((name) => name === row[0])).toBe(true);
    expect(command).toContain("http://127.0.0.1:4010/");
    const { stdout } = await run("bash", ["-c", command.replace("http://127.0.0.1:4010", zoom.url)]);
    expect(stdout).toBe(printed);
  },
);

test.each(traps.map(({ title, row }) => [title, row] as const))(
  "%s: default, measured value and evidence are those of the switch",
  (_title, [name = "", shown, measured, evidence]) => {
    const found = switches.find((each) => each.name === name);
    expect(found?.evidence).toBe(evidence);
    // A pattern is told in words.
    if (found?.values === "pattern") return;
    expect([shown, measured]).toEqual([`\`${found?.default}\``, found?.realistic ? `\`${found.realistic}\`` : ""]);
  },
);

test("every switch that was measured is a trap on the page", () => {
  const measured = switches.filter(({ realistic }) => realistic !== null).map(({ name }) => name);
  expect(measured.length).toBeGreaterThan(5);
  expect(traps.map(({ row: [name] }) => name)).toEqual(expect.arrayContaining(measured));
});
