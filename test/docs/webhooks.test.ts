import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { WEBHOOK_EVENTS, WEBHOOK_VARIANTS } from "../../src/domain/webhook.js";
import { startCli } from "../support/cli.js";
import { docsPage } from "../support/docs-page.js";

const { text: page, blocks, programOutput, answerOf } = docsPage("webhooks.md");

test("the program on the page prints what it says", async () => {
  expect(await programOutput()).toBe(blocks("text")[0]);
});

test("the commands on the page do what it says, one after the other", async () => {
  const [start = "", ...commands] = blocks("bash").flatMap((block) => block.trim().split("\n"));
  const [, flags = ""] = /^npx zoom-mock start (.*)$/.exec(start) ?? [];
  await using mock = await startCli(flags.split(" "));
  const printed: unknown[] = [];
  for (const command of commands) printed.push(await answerOf(command, mock.url));
  const mine = { id: "mine", url: "http://127.0.0.1:9/other", events: ["meeting.ended"], status: "enabled" };
  const deliveries = [{ event: "meeting.started", variant: "duplicate", status: "retrying", webhook: "option-1" }];
  expect(printed).toMatchObject([
    mine,
    [{ id: "option-1", secret_token: "s3cret" }, mine],
    { deliveries },
    { deliveries },
  ]);
});

test.each([
  ["payloads", WEBHOOK_EVENTS, "documented|measured|assumed"],
  ["variants", WEBHOOK_VARIANTS, ""],
] as const)("the page tells of all %s, with the evidence of their files", (_name, names, evidence) => {
  for (const name of names) {
    const row = page.split("\n").find((line) => line.startsWith("|") && line.includes(`\`${name}\``));
    expect([name, row]).toEqual([name, expect.any(String)]);
    if (evidence === "") continue;
    const file = JSON.parse(readFileSync(new URL(`../../fixtures/webhooks/${name}.json`, import.meta.url), "utf8"));
    expect([name, row?.split("|").at(-2)?.trim()]).toEqual([name, file.evidence]);
  }
});
