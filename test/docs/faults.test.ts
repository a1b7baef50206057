import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { FAULT_KINDS } from "../../src/domain/fault.js";
import { connectZoomMock } from "../../src/index.js";
import { startCli } from "../support/cli.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(new URL("../../docs/faults.md", import.meta.url), "utf8");
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, block = ""]) => block.trim());

test("the kinds on the page are those that there are", () => {
  const rows = [...page.matchAll(/^\| `(\w+)` \| (.*) \| (yes|no) \|$/gm)].map(([, ...cells]) => cells);
  const kinds = Object.entries(FAULT_KINDS);
  expect(rows).toEqual(kinds.map(([kind, { meaning, performed }]) => [kind, meaning, performed ? "yes" : "no"]));
});

test("the program on the page prints what it says", async () => {
  const [program = ""] = blocks("ts");
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program], { cwd: root });
  expect(stdout.trim()).toBe(blocks("text")[0]);
});

test("the commands on the page do what it says", async () => {
  const [planning = "", start = "", header = ""] = blocks("bash");
  const flags = [...start.matchAll(/--fault '(.*?)'/g)].flatMap(([, fault = ""]) => ["--fault", fault]);
  await using mock = await startCli(flags);
  const typed = async (command: string) =>
    (await run("bash", ["-c", `${command.replaceAll("http://127.0.0.1:4010", mock.url)} -sSf`])).stdout;
  const { faults } = connectZoomMock(mock.url);
  expect((await faults.list()).map(({ summary }) => summary)).toEqual([
    "startThrottled for every operation, meetingId 68423085 (2 left)",
    "serviceUnavailable for every operation (probability 0.1, seed 7)",
  ]);
  const printed: string[] = [];
  const left: number[] = [];
  for (const command of planning.split("\n")) {
    printed.push(await typed(command));
    left.push((await faults.list()).length);
  }
  expect(left).toEqual([3, 4, 5, 5, 4, 0]);
  expect(JSON.parse(printed[0] ?? "")).toMatchObject({ id: 3, left: 2, plan: { outcome: "startThrottled" } });
  expect(JSON.parse(printed[2] ?? "")).toMatchObject({ id: 5, left: null, plan: { seed: 7 } });
  expect(JSON.parse(printed[3] ?? "").faults).toHaveLength(5);
  expect(await typed(header).catch(({ stdout }: { stdout: string }) => stdout)).toBe("502");
});
