import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { RATE_LIMIT_LABELS } from "../../src/domain/rate-limits.js";
import { loadPlans } from "../../src/fixtures/load-plans.js";
import { startCli } from "../support/cli.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(new URL("../../docs/limits.md", import.meta.url), "utf8");
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, block = ""]) => block);

test("the numbers on the page are those of the plans", () => {
  const { plans, updatesPerUserAndDay } = loadPlans();
  for (const label of RATE_LIMIT_LABELS) {
    const cells = (["free", "pro", "business"] as const).map((plan) => {
      const { bursts, daily } = plans[plan];
      const quota = daily.find(({ labels }) => labels.includes(label));
      const shared = quota && quota.labels.length > 1 ? "\\*" : "";
      const day = quota ? `, ${quota.calls.toLocaleString("en")}/day${shared}` : "";
      return `${bursts[label].calls}/${bursts[label].per}${day}`;
    });
    const name = label.charAt(0) + label.slice(1).toLowerCase();
    expect(page).toContain(`| ${[name, ...cells].join(" | ")} |`);
  }
  expect(page).toContain(`created or updated ${updatesPerUserAndDay} times a day`);
});

test("the program on the page prints what it says", async () => {
  const [program = ""] = blocks("ts");
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program], { cwd: root });
  expect(stdout).toBe(blocks("text")[0]);
});

test("the commands on the page do what it says, one after the other", async () => {
  const [start = "", ...commands] = blocks("bash").flatMap((block) => block.trim().split("\n"));
  const [, flags = ""] = /^npx zoom-mock start (.*)$/.exec(start) ?? [];
  await using mock = await startCli(flags.split(" "));
  const printed: unknown[] = [];
  for (const command of commands) {
    const local = `${command.replaceAll("http://127.0.0.1:4010", mock.url)} --silent --show-error --fail`;
    printed.push(JSON.parse((await run("bash", ["-c", local])).stdout));
  }
  const spent = { HEAVY: { daily: { used: 30_000, limit: 30_000 } } };
  const usage = { accounts: [{ plan: "pro", labels: spent }] };
  expect(printed).toMatchObject([{ plan: "pro" }, usage, usage]);
});
