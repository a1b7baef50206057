import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { startZoomMock, verifyPacts } from "../../src/index.js";
import { temporaryFolder } from "../support/folder.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
// The examples have a test runner of their own.
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_V8_COVERAGE|NODE_OPTIONS)/.test(name)),
);

/** What vitest prints of an example that writes a contract into a folder. */
async function pactExample(name: string, folder: string): Promise<string> {
  const vitest = [`${root}node_modules/vitest/vitest.mjs`, "run", "--root", `${root}examples/${name}`];
  return (await run(process.execPath, vitest, { cwd: folder, env: { ...env, NO_COLOR: "1" } })).stdout;
}

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
    return (await pactExample("pact-vitest", folder.path)) + readdirSync(`${folder.path}/pacts`).join();
  },
  "pact-webhooks": async () => {
    using folder = temporaryFolder();
    const printed = await pactExample("pact-webhooks", folder.path);
    const { passed, failed } = await verifyPacts({ pacts: `${folder.path}/pacts` });
    return `${printed}${passed} verified, ${failed} failed`;
  },
  "pact-node-test": async () => {
    using folder = temporaryFolder();
    const example = `${root}examples/pact-node-test/live-stream.test.cjs`;
    const { stdout } = await run(process.execPath, ["--test", example], { cwd: folder.path, env });
    return stdout + readdirSync(`${folder.path}/pacts`).join();
  },
  compose: async () => {
    await using zoom = await startZoomMock();
    // As in the Compose file, where the mock's host is the service.
    const compose = readFileSync(`${root}examples/compose/compose.yaml`, "utf8");
    const variables = [...compose.matchAll(/(ZOOM_\w+): http:\/\/zoom:4010(\S+)/g)].map(([, name, path]) => [
      name,
      zoom.url + path,
    ]);
    const told = { cwd: root, env: { ...env, ...Object.fromEntries(variables) } };
    const { stdout } = await run(process.execPath, ["examples/compose/app.mjs"], told);
    // As with https.yaml: it calls Zoom's own hosts.
    const exec = ["dist/cli/main.js", "exec", "--", "env", "-u", "ZOOM_API_BASE_URL", "-u", "ZOOM_TOKEN_URL"];
    const untold = await run(process.execPath, [...exec, process.execPath, "examples/compose/app.mjs"], {
      cwd: root,
      env,
    });
    return stdout + untold.stdout;
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
  "pact-webhooks": /Tests +2 passed \(2\)[\s\S]*2 verified, 0 failed$/,
  "pact-node-test": /(# pass 1\n# fail 0|ℹ pass 1\nℹ fail 0)[\s\S]*town-hall-json-zoom-livestream\.json$/,
  compose: /^(token: 200\nstart: 204\n){2}$/,
  curl: /^204\n429\n204\n$/,
};

test("every example is run below, the clients by a test of their own", () => {
  expect(readdirSync(`${root}examples`).sort()).toEqual([...Object.keys(EXAMPLES), "clients"].sort());
});

test.each(Object.keys(EXAMPLES))("the example %s works", { timeout: 120_000 }, async (name) => {
  expect(await EXAMPLES[name]?.()).toMatch(PRINTED[name] ?? /^$/);
});
