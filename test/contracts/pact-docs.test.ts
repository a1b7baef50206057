import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadProviderStates } from "../../src/fixtures/load-provider-states.js";
import * as kit from "../../src/pact.js";

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

test("the example on the page is the one that is run", () => {
  expect(page).toContain(`\`\`\`ts\n${read("examples/pact-vitest/live-stream.test.ts")}\`\`\``);
});

test("every public name and every pact is on the page", () => {
  const names = [...Object.keys(kit), ...readdirSync(new URL("contracts/pacts/", root))];
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !page.includes(name))).toEqual([]);
});
