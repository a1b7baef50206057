import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { ROOT, temporaryFolder } from "./packed-package.js";
import { run } from "./run.js";

/** A checkout that keeps every rule. */
const GOOD = {
  "src/index.ts": 'export { answer } from "./domain/meeting.js";',
  "src/domain/meeting.ts": 'import { seconds } from "./clock.js";\nexport const answer = () => seconds() + 1;',
  "src/domain/clock.ts": "export const seconds = () => Date.now() / 1000 + new Date().getFullYear();",
  "src/cli/main.ts": 'import { answer } from "../index.js";\nprocess.exitCode = answer();',
  "src/register.ts": "process.env;",
  "src/http/type.ts": "export type Type = 1;",
  "src/http/harmless.ts": [
    "// Date.now() and process in a comment",
    "export const dates = [new Date(0), Date.parse('2026-01-31'), {} instanceof Date];",
    "export const texts = ['process.env', { process: 1 }.process];",
  ].join("\n"),
};

describe("the layer check", { timeout: 30_000 }, () => {
  test("is green where every rule is kept, and says what it looked at", async () => {
    expect(await gate("check-layers", GOOD)).toBe("Layers: looked at 7 modules, 3 dependencies; all well.\n");
  });

  test("is red for each thing that breaks a rule, and for nothing else", async () => {
    const red = gate("check-layers", {
      ...GOOD,
      "src/domain/express.ts": 'import "express";',
      "src/domain/node.ts": 'import "node:fs";',
      "src/domain/type-that-points-up.ts": 'import type { Type } from "../http/type.js";\nexport type Alias = Type;',
      "src/http/index-from-inside.ts": 'import "../index.js";',
      "src/cli/past-the-index.ts": 'import "../domain/meeting.js";',
      "src/mock/runs-express.ts": 'import "express";',
      "src/text/cycle.ts": 'import "./cycle-back.js";',
      "src/text/cycle-back.ts": 'import "./cycle.js";',
      "src/utils/no-row.ts": "export const a = 1;",
    });
    await expect(red).rejects.toThrow("looked at 16 modules, 11 dependencies; 10 found.");
    for (const found of [
      "src/domain/express.ts → express: layer domain/.",
      "src/domain/express.ts → express: resolvable.",
      "src/domain/node.ts → fs: layer domain/.",
      "src/domain/type-that-points-up.ts → src/http/type.ts: layer domain/.",
      "src/http/index-from-inside.ts → src/index.ts: layer http/.",
      "src/cli/past-the-index.ts → src/domain/meeting.ts: layer cli/.",
      "src/mock/runs-express.ts → express: express in mock/ as a type only.",
      "src/mock/runs-express.ts → express: resolvable.",
      "src/text/cycle-back.ts → src/text/cycle.ts → src/text/cycle-back.ts: no cycle.",
      "src/utils/no-row.ts: its folder has no row",
    ]) {
      await expect(red).rejects.toThrow(found);
    }
  });

  test("is red where there is nothing to look at", async () => {
    await expect(gate("check-layers", {})).rejects.toThrow("looked at 0 modules, 0 dependencies; 2 found.");
  });
});

describe("the check of time and process", { timeout: 30_000 }, () => {
  test("is green where every rule is kept, and says what it looked at", async () => {
    expect(await gate("check-time-and-process", GOOD)).toBe("Time and process: looked at 7 files; all well.\n");
  });

  test("is red for each line that breaks a rule, and for nothing else", async () => {
    const timeReaders = [
      "Date.now();",
      "new Date();",
      "new Date;",
      "Date();",
      "const { now } = Date;",
      "globalThis.Date.now();",
      "performance.now();",
      "process.hrtime();",
      "import 'node:perf_hooks';",
    ];
    const processUsers = [
      "process.env;",
      "globalThis.process;",
      "use({ process });",
      "import 'node:process';",
      "import('process');",
    ];
    const red = gate("check-time-and-process", {
      ...GOOD,
      "src/http/time.ts": timeReaders.join("\n"),
      "src/http/process.ts": processUsers.join("\n"),
      "src/cli/time.ts": timeReaders.join("\n"),
      "src/cli/process.ts": processUsers.join("\n"),
    });
    await expect(red).rejects.toThrow(`; ${timeReaders.length * 2 + processUsers.length} found.`);
    for (const [index] of timeReaders.entries()) {
      for (const file of ["src/http/time.ts", "src/cli/time.ts"]) {
        await expect(red).rejects.toThrow(new RegExp(`${file}:${index + 1} .*: it reads the time`));
      }
    }
    for (const [index] of processUsers.entries()) {
      await expect(red).rejects.toThrow(new RegExp(`src/http/process.ts:${index + 1} .*: it touches the process`));
    }
  });

  test("is red where there is nothing to look at", async () => {
    await expect(gate("check-time-and-process", {})).rejects.toThrow("looked at 0 files; 1 found.");
  });
});

/** What a gate prints about a checkout of these files; rejects with it when the gate is red. */
async function gate(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  onTestFinished(() => folder.remove());
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, file)), { recursive: true });
    writeFileSync(join(folder.path, file), content);
  }
  return run(process.execPath, [join(ROOT, "scripts", `${name}.mjs`), folder.path], ROOT);
}
