import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test, vi } from "vitest";
import { temporaryFolder } from "../../support/folder.js";
import { pactOf, START } from "./pact.js";

vi.setConfig({ testTimeout: 60_000 });

test.each([
  ["@pact-foundation/pact", []],
  ["@pactflow/openapi-pact-comparator", ["--openapi"]],
])("without %s the command says how to install it", async (missing, flags) => {
  using folder = temporaryFolder({ "acme.json": pactOf([START]) });
  const installed = installedWithout(missing.split("/")[0] ?? "", folder.path);
  const { code, stderr } = await run(
    [join(installed, "dist/cli/main.js"), "verify", "acme.json", ...flags],
    folder.path,
  );
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `Failed to verify: ${missing} is not installed. npm install --save-dev ${missing}\n`,
  });
});

/** The package as a project has it that did not install an optional peer. */
function installedWithout(scope: string, project: string): string {
  const modules = join(project, "node_modules");
  const installed = join(modules, "zoom-mock");
  mkdirSync(installed, { recursive: true });
  for (const name of readdirSync("node_modules")) {
    if (name !== scope && name !== "zoom-mock") symlinkSync(resolve("node_modules", name), join(modules, name));
  }
  for (const part of ["dist", "fixtures", "contracts", "package.json"]) {
    cpSync(part, join(installed, part), { recursive: true });
  }
  return installed;
}

function run(args: readonly string[], cwd: string): Promise<{ code: number; stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd }, (error, _stdout, stderr) =>
      done({ code: Number(error?.code ?? 0), stderr }),
    );
  });
}
