import { readFileSync } from "node:fs";
import http from "node:http";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { connectZoomMock, startZoomMock } from "../../src/index.js";
import { startCli, zoomMock } from "../support/cli.js";
import { send } from "../support/commands.js";
import { temporaryFolder } from "../support/folder.js";

const start = (url: string) => send(url, "meetings/68423085", { action: "start" });

test("it prints where it is, its profile and a curl line that works as it stands", async () => {
  await using mock = await startCli();
  expect(mock.output()).toMatch(
    /^zoom-mock \d+\.\d+\.\d+ answers as Zoom \(profile 2021\) at http:\/\/127\.0\.0\.1:\d+\n/,
  );
  const [line = ""] = /curl -i .*/.exec(mock.output()) ?? [];
  const { execFile } = await import("node:child_process");
  const answer = await new Promise<string>((resolve, reject) => {
    execFile("bash", ["-c", `${line} --silent`], (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 204 No Content/);
});

test("it prints a line for each request: outcome, transition and diagnosis", async () => {
  await using mock = await startCli();
  await start(mock.url);
  await start(mock.url);
  await send(mock.url, "meetings/68423085", { action: "stop", Settings: {} });
  await fetch(`${mock.url}/nowhere`);
  await mock.printed(/nowhere/);
  expect(mock.output()).toContain(
    "PATCH /v2/meetings/68423085/livestream/status → 204 updated (documented), stopped → live\n",
  );
  expect(mock.output()).toContain("→ 429 startThrottled (documented)\n");
  expect(mock.output()).toMatch(
    /→ 204 updated \(documented\), live → stopped\n +unknownField \(Settings\): .* Did you mean settings\?\n +try: curl -X PATCH/,
  );
  expect(mock.output()).toContain("GET /nowhere → 501 refused by zoom-mock: ");
});

test("as JSON every line of standard output is an object, without secrets", async () => {
  await using mock = await startCli(["--log", "json"]);
  await fetch(`${mock.url}/v2/x?access_token=secret`, { headers: { authorization: "Bearer secret" } });
  await start(mock.url);
  await mock.printed(/updated/);
  const { stdout, stderr } = await mock.stop();
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toMatchObject([
    { request: 1, path: "/v2/x?access_token=[redacted]", status: 501, outcome: null },
    { request: 2, operation: "meetingLiveStreamStatusUpdate", status: 204, outcome: "updated", evidence: "documented" },
  ]);
  expect(stdout + stderr).not.toContain("secret");
});

test("it prints a line for each event that no request caused, and what else a request caused in its own line", async () => {
  await using mock = await startCli([
    "--switch",
    "scheduledSessions=startAndEnd",
    "--frozen-at",
    "2026-01-31T12:00:00Z",
  ]);
  const zoom = connectZoomMock(mock.url);
  await zoom.meetings.put("123", { status: "waiting", start_time: "2026-01-31T13:00:00Z", duration: 60 });
  await zoom.clock.advance("1h");
  await send(mock.url, "meetings/123", { action: "start" });
  await zoom.clock.advance("1h");
  await mock.printed(/ended/);
  await (await zoom.universe()).webinars.end("68423085");
  await fetch(`${mock.url}/v2/meetings/68423085`, { method: "DELETE", headers: { authorization: "Bearer any" } });
  await mock.printed(/deleted/);
  const lines = mock
    .output()
    .split("\n")
    .flatMap((line) => /^\[[\d:.]+\]: (.*)$/.exec(line)?.[1] ?? []);
  expect(lines).toEqual([
    "meeting.started 123 (by its schedule)",
    "PATCH /v2/meetings/123/livestream/status → 204 updated (documented), stopped → live",
    "meeting.live_streaming_stopped 123 (by its schedule)",
    "meeting.ended 123 (by its schedule)",
    expect.stringMatching(/^webinar\.ended 68423085 \(by a control command\) in universe u1$/),
    expect.stringMatching(/^DELETE .* → 204 \S+ \(\S+\), meeting.deleted$/),
  ]);
});

test("silent, it prints nothing but where it is", async () => {
  await using mock = await startCli(["--log", "silent"]);
  const before = mock.output();
  await start(mock.url);
  expect((await mock.stop()).stdout).toBe(before);
});

test.each(["SIGINT", "SIGTERM"] as const)("%s ends it at once, also with open connections", async (signal) => {
  using folder = temporaryFolder();
  const portFile = `${folder.path}/port`;
  await using mock = await startCli(["--port-file", portFile]);
  expect(readFileSync(portFile, "utf8")).toBe(`${mock.port}\n`);
  const agent = new http.Agent({ keepAlive: true });
  await new Promise((resolve) =>
    http.get(`${mock.url}/__zoom/health`, { agent }, (answer) => answer.resume().on("end", resolve)),
  );
  const half = connect(mock.port, "127.0.0.1");
  half
    .on("error", () => {})
    .write("PATCH /v2/meetings/1/livestream/status HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
  await new Promise((resolve) => half.once("connect", resolve));
  expect((await mock.stop(signal)).code).toBe(0);
  expect(() => readFileSync(portFile)).toThrow(/ENOENT/);
  agent.destroy();
});

test("told to stop twice, it ends as well as when it is told once, with its state written", async () => {
  using folder = temporaryFolder();
  const file = `${folder.path}/world.json`;
  const mock = await startCli(["--state", file]);
  await start(mock.url);
  mock.child.kill("SIGINT");
  mock.child.kill("SIGTERM");
  expect((await mock.finished).code).toBe(0);
  expect(readFileSync(file, "utf8")).toMatch(/"status": ?"live"/);
});

test("a taken port is explained: by whom, and what to do", async () => {
  await using other = await startZoomMock();
  const { code, stderr } = await zoomMock(["start", "--port", String(other.port)]);
  expect(code).toBe(1);
  expect(stderr).toContain(
    `Failed to listen on 127.0.0.1:${other.port}: the port is taken by another zoom-mock (profile 2021). Start with --port 0 for any free port, or with another one, for example --port ${other.port + 1}.`,
  );
});

test("a port taken by something that does not answer is explained too", async () => {
  const mute = http.createServer(() => {});
  await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
  const { port } = mute.address() as { port: number };
  const { code, stderr } = await zoomMock(["start", "--port", String(port)]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("is taken by another program")]);
  mute.closeAllConnections();
  mute.close();
});

test.each(["<!doctype html>", '{"status":"ok","profile":"2021"}'])(
  "a port taken by a program that answers %s is not called a mock's",
  async (body) => {
    const other = http.createServer((_req, res) => res.end(body));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const { code, stderr } = await zoomMock(["start", "--port", String(port)]);
    expect([code, stderr]).toEqual([1, expect.stringContaining("is taken by another program")]);
    other.closeAllConnections();
    other.close();
  },
);

test("flags shape the mock", async () => {
  using folder = temporaryFolder({ "world.json": { account_id: "a", users: [{ id: "u" }], meetings: [{ id: "5" }] } });
  await using mock = await startCli([
    "--profile",
    "2025",
    "--scenario",
    `${folder.path}/world.json`,
    "--strict",
    "--journal",
    "1",
    "--plan",
    "free",
    "--switch",
    "stopWhileStopped=refuse",
    "--switch",
    "modeWhileStopped=apply",
    "--frozen-at",
    "2026-01-31T12:00:00Z",
    "--control-token",
    "t0ken",
  ]);
  const zoom = connectZoomMock(mock.url, { controlToken: "t0ken" });
  expect(await zoom.health()).toMatchObject({ profile: "2025", pid: mock.child.pid });
  expect((await send(mock.url, "meetings/5", { action: "stop" })).status).toBe(400);
  const second = await send(mock.url, "meetings/5", { action: "mode" });
  expect([second.status, second.headers.get("x-ratelimit-remaining")]).toEqual([204, "5998"]);
  expect((await send(mock.url, "meetings/5", { action: "start" }, "multipart")).status).toBe(415);
  expect(await zoom.requests.list()).toMatchObject([{ id: 3, at: "2026-01-31T12:00:00.000Z" }]);
});

test("every flag is an environment variable too; the flag wins", async () => {
  await using mock = await startCli(["--profile", "2025"], {
    ZOOM_MOCK_PORT: "1",
    ZOOM_MOCK_PROFILE: "2021",
    ZOOM_MOCK_STRICT: "false",
    ZOOM_MOCK_NO_CONTROL: "true",
    ZOOM_MOCK_SWITCH: "startWhileLive=refuse;stopWhileStopped=refuse",
    ZOOM_MOCK_LOG: "silent",
  });
  expect(mock.output()).toContain("(profile 2025)");
  expect((await send(mock.url, "meetings/68423085", { action: "start" }, "multipart")).status).toBe(204);
  expect((await send(mock.url, "meetings/68423085", { action: "start" })).status).toBe(400);
  expect((await fetch(`${mock.url}/__zoom/health`)).status).toBe(501);
});

test("a port file that cannot be written is explained, and the mock ends", async () => {
  const { code, stderr } = await zoomMock(["start", "--port", "0", "--port-file", "/nonexistent/x"]);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(
      /^Failed to write the port file \/nonexistent\/x: ENOENT.*\. Choose a file in a folder that exists\.\n$/,
    ),
  ]);
});

test("a variable that is empty is not set", async () => {
  const names = ["PORT", "HOST", "PROFILE", "FIXTURES", "SCENARIO", "SWITCH", "JOURNAL", "FROZEN_AT", "LOG", "PLAN"];
  const flags = ["STRICT", "REALISTIC", "NO_CONTROL", "CONTROL_TOKEN", "PORT_FILE", "TOKENS", "AUTO_CONSENT"];
  const env = Object.fromEntries([...names, ...flags].map((name) => [`ZOOM_MOCK_${name}`, ""]));
  await using mock = await startCli([], env);
  expect(await connectZoomMock(mock.url).health()).toMatchObject({ profile: "2021" });
});

test("a switch may be a fraction, as in process", async () => {
  await using mock = await startCli(["--switch", "startThrottleSeconds=0.5", "--frozen-at", "2026-01-31T12:00:00Z"]);
  await start(mock.url);
  expect((await start(mock.url)).headers.get("retry-after")).toBe("1");
  await connectZoomMock(mock.url).clock.advance(500);
  expect((await start(mock.url)).status).toBe(204);
});

test.each(["--version", "--help"])("a wrong variable does not stand in the way of %s", async (flag) => {
  const { code, stderr } = await zoomMock(["start", flag], { ZOOM_MOCK_STRICT: "perhaps" });
  expect([code, stderr]).toEqual([0, ""]);
});

test("an address that this machine has not is explained", async () => {
  const { code, stderr } = await zoomMock(["start", "--port", "0", "--host", "192.0.2.1", "--no-control"]);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/Failed to listen on 192\.0\.2\.1:0: this machine has no such address/),
  ]);
});

test.each([["start"], ["operations"], ["healthcheck"]])("%s has --help and --version", async (command) => {
  const help = await zoomMock([command, "--help"]);
  expect([help.code, help.stdout]).toEqual([0, expect.stringContaining(`Usage: zoom-mock ${command}`)]);
  const version = await zoomMock([command, "--version"]);
  expect([version.code, version.stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
});
