import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";
import { temporaryFolder } from "../support/folder.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
// The examples have a test runner of their own.
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_V8_COVERAGE|NODE_OPTIONS)/.test(name)),
);

const EXAMPLES: Record<string, () => Promise<string>> = {
  vitest: async () => {
    const { stdout } = await run(
      process.execPath,
      ["node_modules/vitest/vitest.mjs", "run", "--root", "examples/vitest"],
      {
        cwd: root,
        env: { ...env, NO_COLOR: "1" },
      },
    );
    return stdout;
  },
  "vitest-universes": async () => {
    const vitest = ["node_modules/vitest/vitest.mjs", "run", "--root", "examples/vitest-universes"];
    return (await run(process.execPath, vitest, { cwd: root, env: { ...env, NO_COLOR: "1" } })).stdout;
  },
  playwright: async () => {
    using folder = temporaryFolder();
    const playwright = ["node_modules/@playwright/test/cli.js", "test", "-c", "examples/playwright"];
    return (await run(process.execPath, [...playwright, "--output", folder.path], { cwd: root, env })).stdout;
  },
  jest: async () => {
    const jest = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", "--ci", "--verbose"];
    const { stderr } = await run(process.execPath, [...jest, "-c", "examples/jest/jest.config.mjs"], {
      cwd: root,
      env,
    });
    return stderr;
  },
  "node-test": async () =>
    (await run(process.execPath, ["--test", "examples/node-test/live-stream.test.cjs"], { cwd: root, env })).stdout,
  "pact-vitest": async () => {
    using folder = temporaryFolder();
    const vitest = `${root}node_modules/vitest/vitest.mjs`;
    const options = { cwd: folder.path, env: { ...env, NO_COLOR: "1" } };
    const { stdout } = await run(process.execPath, [vitest, "run", "--root", `${root}examples/pact-vitest`], options);
    return stdout + readdirSync(`${folder.path}/pacts`).join();
  },
  "pact-node-test": async () => {
    using folder = temporaryFolder();
    const example = `${root}examples/pact-node-test/live-stream.test.cjs`;
    const { stdout } = await run(process.execPath, ["--test", example], { cwd: folder.path, env });
    return stdout + readdirSync(`${folder.path}/pacts`).join();
  },
  curl: async () => {
    await using zoom = await startZoomMock();
    return (
      await run("bash", ["examples/curl/live-stream.sh"], { cwd: root, env: { ...env, ZOOM_MOCK_URL: zoom.url } })
    ).stdout;
  },
};

const PRINTED: Record<string, RegExp> = {
  vitest: /Tests +4 passed \(4\)/,
  "vitest-universes": /Tests +4 passed \(4\)/,
  playwright: /2 passed/,
  jest: /Tests: +2 passed, 2 total/,
  "node-test": /# pass 1\n# fail 0|ℹ pass 1\nℹ fail 0/,
  "pact-vitest": /Tests +3 passed \(3\)[\s\S]*town-hall-zoom-livestream\.json$/,
  "pact-node-test": /(# pass 1\n# fail 0|ℹ pass 1\nℹ fail 0)[\s\S]*town-hall-json-zoom-livestream\.json$/,
  curl: /^204\n429\n204\n$/,
};

test("every example is run below", () => {
  expect(readdirSync(`${root}examples`).sort()).toEqual(Object.keys(EXAMPLES).sort());
});

test.each(Object.keys(EXAMPLES))("the example %s works", { timeout: 120_000 }, async (name) => {
  expect(await EXAMPLES[name]?.()).toMatch(PRINTED[name] ?? /^$/);
});
