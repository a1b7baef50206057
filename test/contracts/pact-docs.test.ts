import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadProviderStates } from "../../src/fixtures/load-provider-states.js";
import * as kit from "../../src/pact.js";
import { webhookCases } from "../../src/pact.js";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const page = read("docs/contracts/pact.md");

test("the page lists the states of the catalogue as they are", () => {
  const rows = [...loadProviderStates()].map(([name, { description, params }]) => {
    const named = Object.entries(params).map(([param, example]) => `\`${param}\` (\`${example}\`)`);
    return `| ${name} | ${description} | ${named.join(", ")} |`;
  });
  const head = "| State | What it means | Parameters (example) |\n| --- | --- | --- |";
  expect(page).toContain(`${head}\n${rows.join("\n")}\n\n`);
});

test.each(["pact-vitest/live-stream.test.ts", "pact-webhooks/endpoint.test.ts"])(
  "the example %s on the page is the one that is run",
  (example) => {
    expect(page).toContain(`\`\`\`ts\n${read(`examples/${example}`)}\`\`\``);
  },
);

test("the page says of each webhook in which state it comes about", () => {
  const rows = webhookCases().map(({ event, given: [state = ["none"]] }) => `| \`${event}\` | ${state[0]} |`);
  for (const row of rows) expect(page).toContain(row);
});

test("every public name and every pact is on the page", () => {
  const names = [...Object.keys(kit), ...readdirSync(new URL("contracts/pacts/", root))];
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !page.includes(name))).toEqual([]);
});
