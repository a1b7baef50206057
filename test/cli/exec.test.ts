import { spawn } from "node:child_process";
import { once } from "node:events";
import https from "node:https";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { certifyServer, createAuthority } from "../../src/interception/authority.js";
import { MAIN, zoomMock } from "../support/cli.js";
import { temporaryFolder } from "../support/folder.js";
import { hasTool } from "../support/has-tool.js";
import { SEEDS } from "../support/seeds.js";

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

/** What the mock keeps of its own, kept away from the user's. */
const OWN = { XDG_DATA_HOME: `${folder.path}/data`, XDG_CACHE_HOME: `${folder.path}/cache` };

const exec = (args: readonly string[], env: Record<string, string> = {}) =>
  zoomMock(["exec", ...args], { ...OWN, ...env });
const shell = (script: string, env: Record<string, string> = {}, flags: readonly string[] = []) =>
  exec([...flags, "--", "bash", "-c", script], env);

const STATUS = "--silent --write-out '%{http_code}\\n' --output /dev/null -H 'Authorization: Bearer any'";

test.each(SEEDS.map(({ operation, curl }) => [operation, curl]))(
  "the seed of %s runs as it stands",
  async (_, curl) => {
    const line = curl.replace(/:(meeting|webinar)Id/, "68423085");
    const { code, stdout } = await shell(`${line} --silent --write-out '%{http_code}'`);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "204" });
  },
);

test.each([
  [
    "an ES module",
    [
      "--input-type=module",
      "-e",
      'const { status } = await fetch("https://api.zoom.us/v2/users/me", { headers: { authorization: "Bearer any" } }); console.log(status)',
    ],
  ],
  [
    "a CommonJS module",
    [
      "-e",
      'require("https").get("https://api.zoom.us/v2/users/me", { headers: { authorization: "Bearer any" } }, ({ statusCode }) => { console.log(statusCode); process.exit() })',
    ],
  ],
])("a program of Node runs as it stands: %s", async (_, args) => {
  expect(await exec(["--", process.execPath, ...args])).toMatchObject({ code: 0, stdout: "200\n", stderr: "" });
});

test("programs that take a URL find it in the environment", async () => {
  const { stdout } = await shell(
    `curl ${STATUS} $ZOOM_API_BASE_URL/users/me; curl --silent -u id:secret "$ZOOM_TOKEN_URL?grant_type=account_credentials&account_id=a" -X POST`,
  );
  expect(stdout).toMatch(/^200\n\{"access_token":"/);
});

test("the command's exit code is passed on", async () => {
  expect(await shell("exit 3")).toMatchObject({ code: 3, stderr: "" });
});

test("a command that is not there is named, and fails as in a shell", async () => {
  const { code, stderr } = await exec(["--", "no-such-command"]);
  expect(code).toBe(127);
  expect(stderr).toBe(
    "Failed to run no-such-command: there is no such command. Name a command that is on the PATH, or its file.\n",
  );
});

test.each([
  ["a folder", "/tmp", 126, "it may not be run"],
  ["below a file", `${process.execPath}/below`, 1, "spawn ENOTDIR"],
  ["nothing", "", 1, "The argument 'file' cannot be empty. Received ''"],
])("a command that is %s is named, and nothing is left running", async (_, program, expected, why) => {
  const { code, stderr } = await exec(["--", program]);
  expect(code).toBe(expected);
  expect(stderr).toBe(`Failed to run ${program}: ${why}. Name a command that is on the PATH, or its file.\n`);
});

test("a command that fails is told which of its requests were refused, and why", async () => {
  const { code, stderr } = await shell(`curl ${STATUS} https://api.zoom.us/v2/meetings/7/livestream; false`);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^zoom-mock refused a request of this command:\n {2}GET \/v2\/meetings\/7\/livestream → 404 /);
});

test("a command that succeeds is told nothing", async () => {
  expect(await shell(`curl ${STATUS} https://api.zoom.us/v2/meetings/7/livestream`)).toMatchObject({
    code: 0,
    stderr: "",
  });
});

test("flags say what the mock is like; those of the command are its own", async () => {
  const start = `curl ${STATUS} -X PATCH --json '{"action":"start"}' https://api.zoom.us/v2/meetings/68423085/livestream/status`;
  const { stdout } = await shell(start, {}, ["--profile", "2025", "--fault", "internalError"]);
  expect(stdout).toBe("500\n");
  expect(await exec([process.execPath, "--eval", "console.log(process.argv.length)"])).toMatchObject({ stdout: "1\n" });
});

test.each([
  [["--profile", "1999", "--", "true"], /1999/],
  [["--no-such-flag", "--", "true"], /unknown option '--no-such-flag'/],
  [[], /missing required argument 'command'/],
])("%j is refused before anything runs", async (args, problem) => {
  const { code, stderr } = await exec(args);
  expect(code).toBe(2);
  expect(stderr).toMatch(problem);
});

test("two at once do not disturb each other", async () => {
  const script = `for i in 1 2 3; do curl ${STATUS} -X PATCH --json '{"action":"start"}' https://api.zoom.us/v2/meetings/68423085/livestream/status; done; echo $ZOOM_MOCK_URL`;
  const [one, two] = await Promise.all([shell(script), shell(script)]);
  expect(one?.stdout).toMatch(/^204\n429\n429\n/);
  expect(two?.stdout).toMatch(/^204\n429\n429\n/);
  expect(one?.stdout).not.toBe(two?.stdout);
});

test("another host is reached as before, with its own certificate, and never in the mock's journal", async () => {
  const { certificate, key } = await createAuthority(["other.example"], Date.now());
  const certified = await certifyServer({ certificate, key }, ["other.example"], Date.now());
  using trust = temporaryFolder({ "company.pem": certificate });
  await using other = https.createServer(certified, (_, res) => res.end("other")).listen(0, "127.0.0.1");
  await once(other, "listening");
  const url = `https://localhost:${(other.address() as AddressInfo).port}/v2/users/me`;
  const script = `curl --silent --noproxy '' ${url}; echo; curl --silent $ZOOM_MOCK_URL/__zoom/requests`;
  const { stdout } = await shell(script, { SSL_CERT_FILE: `${trust.path}/company.pem` });
  expect(stdout).toBe('other\n{"requests":[],"dropped":0}');
});

test.each([
  ["curl", ["curl", "--silent", "--show-error", "https://other.example/"]],
  [
    "Node",
    [
      process.execPath,
      "-e",
      'fetch("https://other.example/").catch(({ cause }) => { console.error(cause.message); process.exit(1); })',
    ],
  ],
])("with --offline, %s reaches no other host", async (_, command) => {
  const { code, stderr } = await exec(["--offline", "--", ...command]);
  expect(code).not.toBe(0);
  expect(stderr).toMatch(/403|other\.example.*offline/s);
});

test("what would lead past the proxy to Zoom itself is taken out of NO_PROXY, and said", async () => {
  const { stdout, stderr } = await shell("echo $NO_PROXY", { NO_PROXY: "db.internal,.zoom.us" });
  expect(stdout).toBe("localhost,127.0.0.1,::1,db.internal\n");
  expect(stderr).toBe("zoom-mock leaves .zoom.us out of NO_PROXY: Zoom itself would be called.\n");
});

test.skipIf(!hasTool("script"))("Ctrl-C at a terminal reaches the command once", async () => {
  const program =
    "let count = 0; process.on('SIGINT', () => { count += 1; setTimeout(() => { console.log('heard ' + count); process.exit(); }, 300); }); console.log('ready'); setInterval(() => {}, 1000)";
  const command = `'${process.execPath}' '${MAIN}' exec -- '${process.execPath}' -e "${program}"`;
  const terminal = spawn("script", ["-qec", command, "/dev/null"], { env: { ...process.env, ...OWN } });
  let output = "";
  const printed = (pattern: RegExp) =>
    new Promise<void>((resolve) => terminal.stdout.on("data", () => pattern.test(output) && resolve()));
  terminal.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const ready = printed(/ready/);
  const ended = once(terminal, "close");
  await ready;
  terminal.stdin.write("\u0003");
  await ended;
  expect(output).toMatch(/heard 1\r?\n$/);
});

test.skipIf(process.platform === "win32").each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s ends the command and the mock, and leaves nothing running",
  async (signal) => {
    const program = "console.log(process.pid, process.env.ZOOM_MOCK_URL); setInterval(() => {}, 1000)";
    const running = spawn(process.execPath, [MAIN, "exec", "--", process.execPath, "-e", program], {
      env: { ...process.env, ...OWN },
      stdio: ["ignore", "pipe", "inherit"],
      detached: true, // a terminal sends Ctrl-C to all of a group
    });
    const [line] = await once(running.stdout.setEncoding("utf8"), "data");
    const [pid, url] = String(line).trim().split(" ");
    process.kill(-Number(running.pid), signal);
    const [code, ended] = await once(running, "close");
    expect({ code, ended }).toEqual({ code: null, ended: signal });
    expect(() => process.kill(Number(pid), 0)).toThrow("ESRCH");
    await expect(fetch(String(url))).rejects.toThrow();
  },
);
