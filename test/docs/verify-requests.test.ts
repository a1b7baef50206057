import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";
import { startCli, zoomMock } from "../support/cli.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(new URL("../../docs/verify-requests.md", import.meta.url), "utf8");
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(([, block = ""]) => block);

test("the program on the page prints what it says", async () => {
  const [program = ""] = blocks("ts");
  const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program], { cwd: root });
  expect(stdout).toBe(blocks("text")[0]);
});

test("the test on the page passes in Vitest", { timeout: 60_000 }, async () => {
  // Within the package, so that it finds the package by its name.
  const folder = mkdtempSync(join(root, "test/docs/.page-"));
  try {
    writeFileSync(join(folder, "page.test.mjs"), blocks("js")[0] ?? "");
    writeFileSync(join(folder, "vitest.config.mjs"), 'export default { test: { include: ["*.test.mjs"] } };');
    const { stdout } = await run(process.execPath, ["node_modules/vitest/vitest.mjs", "run", "--root", folder], {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1" },
    });
    expect(stdout).toMatch(/Tests +1 passed \(1\)/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("what the page says is counted besides outcomes is in the report", async () => {
  await using zoom = await startZoomMock();
  const report = JSON.parse(JSON.stringify(await zoom.coverage()));
  const paths = [...page.matchAll(/^\| `((?:webhooks|faults)\.[\w.]+)`/gm)].map(([, path = ""]) => path);
  expect(paths).toHaveLength(5);
  for (const path of paths) {
    expect([path, path.split(".").reduce((value, name) => value[name], report)]).not.toEqual([path, undefined]);
  }
});

test("the commands on the page do what it says, one after the other", async () => {
  const [, ...commands] = blocks("bash").flatMap((block) => block.trim().split("\n"));
  await using mock = await startCli();
  const printed: unknown[] = [];
  for (const command of commands) {
    const [, args = ""] = /^npx zoom-mock (.*)$/.exec(command) ?? [];
    if (args !== "") {
      const { code, stdout } = await zoomMock(args.split(" "), { ZOOM_MOCK_URL: mock.url });
      expect([code, stdout]).toEqual([0, expect.stringContaining("% of the outcomes")]);
      continue;
    }
    const local = `${command.replaceAll("http://127.0.0.1:4010", mock.url)} --silent --show-error --fail`;
    const { stdout } = await run("bash", ["-c", local]);
    printed.push(stdout === "" ? undefined : JSON.parse(stdout));
  }
  expect(printed).toMatchObject([{ ok: true }, { ok: false }, { ok: false, request: null }, { percent: 0 }, undefined]);
});
