import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../src/index.js";
import { type Gateway, openGateway } from "../../src/interception/gateway.js";
import { REGISTRATION_VARIABLE, type Registration, writeRegistration } from "../../src/interception/registration.js";
import type { Address } from "../../src/interception/rules.js";
import { zoomHosts } from "../../src/interception/zoom-hosts.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

let zoom: ZoomMock;
let gateway: Gateway;
let folder: string;
let registration: Registration;
beforeAll(async () => {
  zoom = await startZoomMock();
  gateway = await openGateway(new URL(zoom.url), zoomHosts());
  folder = await mkdtemp(join(tmpdir(), "zoom-mock-"));
  const authority = join(folder, "authority.pem");
  await writeFile(authority, gateway.authority);
  const place = ({ host, port }: Address) => `${host}:${port}`;
  registration = { tls: place(gateway.tls), http: place(gateway.http), hosts: zoomHosts(), authority };
});
afterAll(async () => {
  await gateway.close();
  await zoom.close();
  await rm(folder, { recursive: true });
});

/** Runs a program with `zoom-mock/register` loaded before it, by the package's name from its own folder. */
function run(program: string, env: Record<string, string>, ...flags: string[]) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(ZOOM_MOCK|NODE_OPTIONS|VITEST)/.test(name));
  const args = [...(flags.length > 0 ? flags : ["--import", "zoom-mock/register"]), "--eval", program];
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const options = { cwd: ROOT, env: { ...Object.fromEntries(inherited), ...env } };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}

const registered = (changes: Partial<Registration> = {}) => ({
  [REGISTRATION_VARIABLE]: writeRegistration({ ...registration, ...changes }),
});

const ASK = 'fetch("https://api.zoom.us/v2/users/me").then(({ status }) => console.log(status));';

describe("a program that knows of no mock reaches it", () => {
  test.each<[what: string, program: string, flags: string[]]>([
    ["from an ES module", `import "node:tls"; ${ASK}`, ["--input-type=module"]],
    ["from a CommonJS module", `require("node:tls"); ${ASK}`, ["--input-type=commonjs"]],
    [
      "by the functions that it imports",
      'import { connect } from "node:tls"; connect(443, "zoom.us", function () { console.log(this.authorized && 401); this.end(); });',
      ["--input-type=module"],
    ],
    [
      "by the functions that it takes out of a module",
      'const { get } = require("node:https"); get("https://api.zoom.us/v2/users/me", (res) => console.log(res.resume().statusCode));',
      ["--input-type=commonjs"],
    ],
  ])("%s", async (_what, program, flags) => {
    const ran = await run(program, registered(), "--import", "zoom-mock/register", ...flags);
    expect(ran).toEqual({ code: 0, stdout: "401\n", stderr: "" });
  });

  test.each([
    ["by the file's address", "--import", new URL("../../dist/register.js", import.meta.url).href],
    ["by --require", "--require", "zoom-mock/register"],
  ])("%s", async (_what, flag, file) => {
    expect(await run(ASK, registered(), flag, file)).toEqual({ code: 0, stdout: "401\n", stderr: "" });
  });

  test("by NODE_OPTIONS", async () => {
    const env = { ...registered(), NODE_OPTIONS: "--import zoom-mock/register" };
    expect(await run(ASK, env, "--no-warnings")).toEqual({ code: 0, stdout: "401\n", stderr: "" });
  });

  test("from its threads; from those that are made of a text, with --require", async () => {
    const file = join(folder, "thread.cjs");
    await writeFile(file, ASK);
    const start = (what: string) => `new (require("node:worker_threads").Worker)(${what});`;
    expect(await run(start(JSON.stringify(file)), registered())).toMatchObject({ stdout: "401\n", stderr: "" });
    const ran = await run(
      start(`${JSON.stringify(ASK)}, { eval: true }`),
      registered(),
      "--require",
      "zoom-mock/register",
    );
    expect(ran).toMatchObject({ stdout: "401\n", stderr: "" });
  });
});

test("offline, a program reaches nothing else", async () => {
  const program = 'fetch("https://www.example.com").catch(({ cause }) => console.log(cause.code));';
  expect(await run(program, registered({ offline: true }))).toMatchObject({ stdout: "ERR_ZOOM_MOCK_OFFLINE\n" });
});

test("a program may still intercept Zoom for a universe", async () => {
  await using universe = await zoom.universe();
  const program = `
    import { interceptZoom } from "zoom-mock";
    ${ASK.replace(";", "")}.then(() => interceptZoom({ url: "${universe.url}" })).then(() => ${ASK.replace(";", "")});
  `;
  const ran = await run(program, registered(), "--import", "zoom-mock/register", "--input-type=module");
  expect(ran).toEqual({ code: 0, stdout: "401\n401\n", stderr: "" });
  expect(await universe.requests.list()).toHaveLength(1);
});

describe("a program that was not told where the mock is goes on, and says so once", () => {
  const twice = 'new (require("node:worker_threads").Worker)("", { eval: true }); console.log("on");';
  test.each([
    ["without the variable", {}, "ZOOM_MOCK_REGISTER is not set"],
    ["with the mock's address alone", { ZOOM_MOCK_URL: "http://127.0.0.1:4010" }, "ZOOM_MOCK_URL alone does not tell"],
  ])("%s", async (_what, env, why) => {
    const { code, stdout, stderr } = await run(twice, env);
    expect([code, stdout]).toEqual([0, "on\n"]);
    expect(stderr).toMatch(
      /^zoom-mock\/register: nothing is redirected: .* Start the program by zoom-mock exec, .*\n$/,
    );
    expect(stderr).toContain(why);
  });
});

test("a program that was told nonsense does not run", async () => {
  const { code, stdout, stderr } = await run(ASK, { [REGISTRATION_VARIABLE]: "{" });
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("Failed to read ZOOM_MOCK_REGISTER: ");
});

test("nothing is loaded before a program but a few files of ours and modules of Node's", () => {
  const imported = importsOf("register.js");
  expect(imported.filter((name) => !name.startsWith(".")).sort()).toEqual([
    "node:fs",
    "node:module",
    "node:net",
    "node:worker_threads",
  ]);
  expect(imported.length).toBeLessThan(10);
});

/** What a built file imports, and what that imports, each once. */
function importsOf(file: string, found = new Set<string>()): string[] {
  const url = new URL(file, new URL("../../dist/", import.meta.url));
  for (const [, name = ""] of readFileSync(url, "utf8").matchAll(/^import .*?"(.*?)";$/gm)) {
    if (found.has(name)) continue;
    found.add(name);
    if (name.startsWith(".")) importsOf(new URL(name, url).href, found);
  }
  return [...found];
}
