import { execFile } from "node:child_process";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { createAuthority } from "../../src/interception/authority.js";
import { startCli, zoomMock } from "../support/cli.js";
import { temporaryFolder } from "../support/folder.js";
import { hasTool } from "../support/has-tool.js";

const run = promisify(execFile);
// A quote and a space: what shells stumble over.
const folder = temporaryFolder();
const OWN = { XDG_DATA_HOME: `${folder.path}/it's data`, XDG_CACHE_HOME: `${folder.path}/it's a cache` };
const mock = await startCli(["--proxy", "0", "--https", "0"], OWN);

afterAll(async () => {
  await mock.stop();
  folder[Symbol.dispose]();
});

const env = (...args: string[]) => zoomMock(["env", "--url", mock.url, ...args], OWN);
const CURL =
  "curl --silent --output /dev/null --write-out %{http_code} -H 'Authorization: Bearer any' https://api.zoom.us/v2/users/me";

const SHELLS = ["bash", "fish"].filter(hasTool);
console.log(`Shells that take over the variables here: ${SHELLS.join(", ")}; PowerShell is not run.`);

test.each(SHELLS)("%s takes over the variables", async (shell) => {
  const { stdout } = await env("--shell", shell);
  expect((await run(shell, ["-c", `${stdout}\n${CURL}`])).stdout).toBe("200");
});

test("they are written for bash if nobody says otherwise", async () => {
  expect((await env()).stdout).toBe((await env("--shell", "bash")).stdout);
});

test("JSON has them as they are", async () => {
  const { stdout, stderr } = await env("--shell", "json");
  const variables = JSON.parse(stdout);
  expect(variables).toMatchObject({ ZOOM_MOCK_URL: mock.url, HTTPS_PROXY: expect.stringMatching(/^http:\/\/127/) });
  expect(variables.SSL_CERT_FILE).toContain("it's a cache");
  expect(stderr).toBe("");
});

test("PowerShell's strings have their quotes doubled", async () => {
  const { stdout } = await env("--shell", "powershell");
  expect(stdout).toContain(`$env:ZOOM_MOCK_URL = '${mock.url}'\n`);
  expect(stdout).toMatch(/^\$env:SSL_CERT_FILE = '.*it''s a cache.*'$/m);
});

test("the URL that was given is the one that is told", async () => {
  const { stdout } = await zoomMock(["env", "--url", mock.url.replace("127.0.0.1", "localhost")], OWN);
  expect(stdout).toContain(`export ZOOM_MOCK_URL='http://localhost:${mock.port}'`);
});

test("a mock that asks for a token says so in one line", async () => {
  await using guarded = await startCli(["--control-token", "s3cret"]);
  const { code, stderr } = await zoomMock(["env", "--url", guarded.url]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^The control API refuses this request: .*control token.*\n$/);
});

test.each([["api.zoomgov.com"], ["zoom.internal"]])("a host that is added, %s, is answered for", async (host) => {
  await using more = await startCli(["--proxy", "0", "--zoom-host", host], OWN);
  const { stdout, stderr } = await zoomMock(["env", "--url", more.url], OWN);
  expect(stderr).toBe(`The mock answers for ${host} too.\n`);
  expect((await run("bash", ["-c", `${stdout}\n${CURL.replace("api.zoom.us", host)}`])).stdout).toBe("200");
});

test.each([["http://foo"], ["localhost"], ["a/b"]])("%s is no host that can be added", async (host) => {
  const { code, stderr } = await zoomMock(["start", "--port", "0", "--zoom-host", host], OWN);
  expect(code).toBe(2);
  expect(stderr).toContain(`${JSON.stringify(host)} is no name of another machine, without scheme, port and path`);
});

test("whoever pretends to be a mock does not become an authority over all hosts", async () => {
  const { certificate } = await createAuthority(["com"], Date.now());
  const access = {
    url: "",
    https: null,
    proxy: "http://127.0.0.1:9",
    hosts: ["api.zoom.us"],
    offline: false,
    certificate,
  };
  await using rogue = http.createServer((_, res) => res.end(JSON.stringify(access))).listen(0, "127.0.0.1");
  await once(rogue, "listening");
  const url = `http://127.0.0.1:${(rogue.address() as AddressInfo).port}`;
  const { code, stdout, stderr } = await zoomMock(["env", "--url", url], OWN);
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(/^Failed to trust the authority of the mock at .*other hosts than those/);
});

test("a mock without a proxy gives its URL, and a hint", async () => {
  await using plain = await startCli();
  const { stdout, stderr, code } = await zoomMock(["env", "--url", plain.url]);
  expect(code).toBe(0);
  expect(stdout).toContain(`export ZOOM_MOCK_URL='${plain.url}'`);
  expect(stdout).not.toContain("HTTPS_PROXY");
  expect(stderr).toMatch(/no proxy on this machine.*Start it here with --proxy/);
});

test("a mock that is not there is named", async () => {
  const { code, stderr } = await zoomMock(["env", "--url", "http://127.0.0.1:9"]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Failed to .*http:\/\/127\.0\.0\.1:9/);
});

test.each(["--https", "--proxy"])("a port of %s that is taken is told with the option to change", async (option) => {
  const { code, stderr } = await zoomMock(["start", "--port", "0", option, String(mock.port)], OWN);
  expect(code).toBe(1);
  expect(stderr).toMatch(new RegExp(`^Failed to listen on 127.0.0.1:${mock.port}: .*another zoom-mock .*${option} 0`));
});
