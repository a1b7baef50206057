import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { zoomMock } from "../support/cli.js";

const folder = new URL("../../docs/recipes/", import.meta.url);
const read = (page: string) => readFileSync(new URL(page, folder), "utf8");
const pages = readdirSync(folder).filter((page) => page !== "README.md");
const rows = [...read("README.md").matchAll(/^\| \[.*\]\((.*)\) \| .* \| (.*) \|$/gm)].map(([, ...cells]) => cells);

test("the index has a row for each page", () => {
  expect(rows.map(([page]) => page).sort()).toEqual(pages.sort());
});

test.each(rows)("%s says whether it is run, as the index does: %s", (page = "", run = "") => {
  expect(read(page)).toMatch(
    run.startsWith("no") ? /\n\n_Not run in this project's CI/ : /\n\n_Run in this project's CI/,
  );
});

test("the commands and flags that the recipes name exist", async () => {
  const compose = read("../../examples/compose/https.yaml").replace(
    /command: \[(.*)\]/,
    (_, words: string) => `zoom-mock ${words.replace(/[",]/g, "")}`,
  );
  const texts = [...pages, "README.md"].map(read);
  // Up to the command that exec runs, and to whatever is no word of a command line.
  const uses = [...texts, compose].flatMap((text) => [...text.matchAll(/zoom-mock ([a-z]+)((?: (?!-- )[\w./-]+)*)/g)]);
  const commands = new Set(uses.map(([, command = ""]) => command));
  expect([...commands]).toEqual(expect.arrayContaining(["start", "exec", "healthcheck", "coverage"]));
  for (const command of commands) {
    const { stdout } = await zoomMock([command, "--help"]);
    expect(stdout).toContain(`Usage: zoom-mock ${command} `);
    const flags = uses.filter(([, each]) => each === command).flatMap(([use]) => use.match(/--[a-z-]+/g) ?? []);
    for (const flag of flags) expect(stdout).toContain(`  ${flag} `);
  }
});
