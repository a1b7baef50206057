import { expect, test } from "vitest";
import { RATE_LIMIT_LABELS } from "../../src/domain/rate-limits.js";
import { loadPlans } from "../../src/fixtures/load-plans.js";
import { startCli } from "../support/cli.js";
import { docsPage } from "../support/docs-page.js";

const { text: page, blocks, programOutput, answerOf } = docsPage("limits.md");

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
  expect(await programOutput()).toBe(blocks("text")[0]);
});

test("the commands on the page do what it says, one after the other", async () => {
  const [start = "", ...commands] = blocks("bash").flatMap((block) => block.trim().split("\n"));
  const [, flags = ""] = /^npx zoom-mock start (.*)$/.exec(start) ?? [];
  await using mock = await startCli(flags.split(" "));
  const printed: unknown[] = [];
  for (const command of commands) printed.push(await answerOf(command, mock.url));
  const spent = { HEAVY: { daily: { used: 30_000, limit: 30_000 } } };
  const usage = { accounts: [{ plan: "pro", labels: spent }] };
  expect(printed).toMatchObject([{ plan: "pro" }, usage, usage]);
});
