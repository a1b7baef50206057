import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packInto, ROOT, temporaryFolder } from "./packed-package.js";
import { environment, run } from "./run.js";

/** Enough for what there is, so that a heavy dependency does not come in unseen. */
const MOST_PACKAGES = 135;

const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

/** A new project of somebody who installs nothing but this package. */
let project: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  project = await temporaryFolder();
  const { tarball } = await packInto(project.path);
  write("package.json", JSON.stringify({ private: true }));
  await run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", tarball], project.path);
  // Node's types are what every TypeScript program on Node has; Express's are not.
  mkdirSync(join(project.path, "node_modules", "@types"));
  symlinkSync(
    join(ROOT, "node_modules", "@types", "node"),
    join(project.path, "node_modules", "@types", "node"),
    "junction",
  );
}, 180_000);

afterAll(() => project.remove());

describe("a plain install", () => {
  test("brings no native library", () => {
    const files = readdirSync(join(project.path, "node_modules"), { recursive: true, encoding: "utf8" });
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => /\.(node|so|dylib|dll)$/.test(file))).toEqual([]);
  });

  test("brings no test runner", () => {
    const installed = readdirSync(join(project.path, "node_modules"));
    expect(installed).toContain("zoom-mock");
    expect(installed.filter((name) => /^@?(vitest|playwright|jest|expect$)/.test(name))).toEqual([]);
  });

  test("brings few packages", () => {
    const lock = JSON.parse(readFileSync(join(project.path, "node_modules", ".package-lock.json"), "utf8"));
    const installed = Object.keys(lock.packages).length;
    console.log(`A plain install brings ${installed} packages.`);
    expect(installed).toBeGreaterThan(1);
    expect(installed).toBeLessThanOrEqual(MOST_PACKAGES);
  });
});

describe("the installed package", { timeout: 60_000 }, () => {
  test("starts from an ES module", async () => {
    write("start.mjs", `import { startZoomMock } from "zoom-mock";\n${USE}`);
    expect(await run(process.execPath, ["start.mjs"], project.path)).toBe("204\n");
  });

  test("starts from a CommonJS module", async () => {
    write("start.cjs", `const { startZoomMock } = require("zoom-mock");\n${USE}`);
    expect(await run(process.execPath, ["start.cjs"], project.path)).toBe("204\n");
  });

  test("has a command that npx finds", async () => {
    expect(await run("npx", ["--no-install", "zoom-mock", "--version"], project.path)).toBe(`${version}\n`);
  });

  test("starts from its command line and stops when told to", async () => {
    const command = join("node_modules", "zoom-mock", "dist", "cli", "main.js");
    const child = spawn(process.execPath, [command, "start", "--port", "0"], {
      cwd: project.path,
      env: environment(),
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(child, "exit");
    try {
      const url = await firstUrl(child.stdout);
      expect((await startLiveStream(url)).status).toBe(204);
    } finally {
      child.kill("SIGTERM");
    }
    expect(await ended).toEqual([0, null]);
  });

  test("compiles strictly, its declarations included, in ES and CommonJS modules of TypeScript", async () => {
    for (const file of ["program.mts", "program.cts"]) write(file, PROGRAM);
    const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
    const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", "node"];
    expect(await run(process.execPath, [tsc, ...options, "program.mts", "program.cts"], project.path)).toBe("");
  });
});

const USE = `
startZoomMock().then(async (zoom) => {
  const { status } = await fetch(zoom.url + "/v2/meetings/68423085/livestream/status", {
    method: "PATCH",
    headers: { authorization: "Bearer x", "content-type": "application/json" },
    body: JSON.stringify({ action: "start" }),
  });
  console.log(status);
  await zoom.close();
});
`;

const PROGRAM = `
import { createServer } from "node:http";
import {
  type ClockReading, connectZoomMock, createZoomMockApp, describeOperations, type JournalEntry, type Meeting,
  type Scenario, type StartOptions, startZoomMock, type ZoomMock, type ZoomMockControl, ZoomMockOptionsError,
} from "zoom-mock";

export async function use(): Promise<void> {
  const scenario: Scenario = { account_id: "account", users: [{ id: "host" }], meetings: [{ id: "123" }] };
  const options: StartOptions = { profile: "2025", port: 0, scenario, onRequest: (entry: JournalEntry) => entry.outcome };
  const zoom: ZoomMock = await startZoomMock(options);
  const meeting: Meeting = await zoom.meetings.get("123");
  const reading: ClockReading = await zoom.clock.advance("30s");
  const control: ZoomMockControl = connectZoomMock(zoom.url);
  console.log(meeting.id.length, reading.now.length, await control.requests.list({ outcome: "updated" }));
  const app = createZoomMockApp({ strict: true });
  createServer(app).close();
  await app.zoom.reset();
  console.log(describeOperations("2021").operations.map(({ path }) => path), ZoomMockOptionsError.name);
  // @ts-expect-error A misspelled option does not compile; were the types any, it would.
  await startZoomMock({ prot: 4010 });
  // @ts-expect-error Nor does a method that is not there.
  app.zoom.forget();
  await zoom[Symbol.asyncDispose]();
}
`;

function write(file: string, content: string): void {
  writeFileSync(join(project.path, file), content);
}

/** The first address that a program prints. */
async function firstUrl(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const [url] = /http:\/\/[\d.:]+/.exec(line) ?? [];
    if (url) return url;
  }
  throw new Error("Failed to find an address: the program ended without printing one. Read what it printed above.");
}

function startLiveStream(url: string): Promise<Response> {
  return fetch(`${url}/v2/meetings/68423085/livestream/status`, {
    method: "PATCH",
    headers: { authorization: "Bearer x", "content-type": "application/json" },
    body: JSON.stringify({ action: "start" }),
  });
}
