import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";
import { MAIN, zoomMock } from "../support/cli.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const pages = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "bench/README.md", ...markdownIn("docs")];

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".md"))
    .map((file) => `${folder}/${file}`);
}

const read = (page: string) => readFileSync(join(root, page), "utf8");

/** The shell blocks of the README that are commands to type, in their order. */
const commands = [...read("README.md").matchAll(/```bash\n([\s\S]*?)```/g)]
  .map(([, block = ""]) => block.trim())
  .filter((block) => !block.startsWith("#!"));

/** What each of them prints. The first one is what CI itself does. */
const PRINTED: readonly (RegExp | "npm ci && npm start")[] = [
  "npm ci && npm start",
  /^HTTP\/1\.1 204 No Content/,
  /^\{"mode":"shifted","now":"/,
  /^HTTP\/1\.1 200 Connection Established[\s\S]*HTTP\/1\.1 204 No Content/,
  /^\{"code":1010,"message":"User does not belong to this account: /,
  /^\{"id":"123456789","topic":"Not yet",.*"status":"waiting"/,
  /^\{"id":"123456789",.*"status":"started"/,
  /^\{"requests":\[\{"id":2,.*"outcome":"userNotInAccount","evidence":"documented"/,
];

test("the commands of the README print what it says, one after the other", async () => {
  await using zoom = await startZoomMock();
  expect(commands).toHaveLength(PRINTED.length);
  for (const [index, printed] of PRINTED.entries()) {
    if (typeof printed === "string") expect(commands[index]).toBe(printed);
    else {
      const local = `${commands[index]?.replaceAll("http://127.0.0.1:4010", zoom.url).replace("npx zoom-mock", `'${process.execPath}' '${MAIN}'`)} --silent --show-error`;
      expect((await run("bash", ["-c", local])).stdout).toMatch(printed);
    }
  }
});

test("the flags and commands that the docs name exist", async () => {
  const help = (
    await Promise.all(
      [
        ["--help"],
        ...["start", "exec", "env", "operations", "verify", "import", "state", "coverage", "tail", "webhook"].map(
          (command) => [command, "--help"],
        ),
      ].map((args) => zoomMock(args)),
    )
  )
    .map(({ stdout }) => stdout)
    .join();
  const named = new Set(
    pages.flatMap((page) =>
      [...read(page).matchAll(/zoom-mock (start|exec|env|operations|healthcheck)|`(--[a-z-]+)/g)].map(
        ([, command, flag]) => command ?? flag ?? "",
      ),
    ),
  );
  expect(named.size).toBeGreaterThan(5);
  for (const name of named) expect(help).toContain(name);
});

test("the generated blocks are up to date", async () => {
  const { stdout } = await run(process.execPath, ["scripts/generate-docs.mjs", "--check"], { cwd: root });
  expect(stdout).toMatch(/^2\d generated blocks in 5 pages compared\./);
});

test("every relative link leads somewhere", () => {
  const links = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, target = ""]) => [page, target] as const),
  );
  expect(links.length).toBeGreaterThan(10);
  for (const [page, target] of links)
    expect([page, target, existsSync(join(root, dirname(page), target))]).toEqual([page, target, true]);
});
