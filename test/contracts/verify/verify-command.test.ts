import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { startCli, zoomMock } from "../../support/cli.js";
import { temporaryFolder } from "../../support/folder.js";
import { NOT_FOUND, pactOf, START } from "./pact.js";

vi.setConfig({ testTimeout: 60_000 });

const WRONG = { description: "a wrong start", response: { status: 200 } };

test("prints a line for each interaction and exits with 0 when every contract holds", async () => {
  using folder = temporaryFolder({ "pacts/acme.json": pactOf([START, NOT_FOUND]) });
  expect(await zoomMock(["verify", "pacts"], {}, folder.path)).toEqual({
    code: 0,
    stdout: `✓ acme: a start (a meeting exists)
✓ acme: a start of no meeting (no meeting exists)

2 interactions from 1 source: 2 passed, 0 failed.
`,
    stderr: "",
  });
});

test("prints the difference and exits with 1 when a contract is broken", async () => {
  using folder = temporaryFolder({ "acme.json": pactOf([START, WRONG]) });
  const { code, stdout, stderr } = await zoomMock(["verify", "*.json"], {}, folder.path);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  expect(stdout).toContain("✗ acme: a wrong start (a meeting exists)\n    status: expected 200, found 204\n");
});

test.each([
  ["no pacts", []],
  ["no such file", ["nowhere.json"]],
  ["a bad option", ["acme.json", "--profile", "1999"]],
  ["flags for a broker without its URL", ["--token", "s3cret"]],
  ["selectors that are no JSON", ["--broker-url", "http://127.0.0.1:1", "--consumer-version-selectors", "main"]],
  ["an unknown flag", ["--nowhere"]],
])("exits with 2 when it could not verify: %s", async (_what, args) => {
  using folder = temporaryFolder({ "acme.json": pactOf([START]) });
  const { code, stdout, stderr } = await zoomMock(["verify", ...args], {}, folder.path);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).not.toContain("    at ");
});

test("--verbose shows on standard error what Pact's verifier prints", async () => {
  using folder = temporaryFolder({ "acme.json": pactOf([START]) });
  const { stdout, stderr } = await zoomMock(["verify", "acme.json", "--verbose"], {}, folder.path);
  expect(stderr).toContain("returns a response which");
  expect(stdout).not.toContain("returns a response which");
});

test("--reporter json prints what verifyPacts gives", async () => {
  using folder = temporaryFolder({ "acme.json": pactOf([START, WRONG]) });
  const { stdout } = await zoomMock(["verify", "acme.json", "--reporter", "json"], {}, folder.path);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, passed: 1, failed: 1, interactions: [{ ok: true }, {}] });
});

test("--out writes the report to a file and prints readable lines", async () => {
  using folder = temporaryFolder({ "acme.json": pactOf([START]) });
  const args = ["verify", "acme.json", "--reporter", "junit", "--out", "report.xml"];
  const { stdout } = await zoomMock(args, {}, folder.path);
  expect(stdout).toContain("✓ acme: a start");
  expect(readFileSync(join(folder.path, "report.xml"), "utf8")).toMatch(/^<\?xml[\s\S]*tests="1" failures="0"/);
});

test("a report of an earlier run does not survive a run that could not verify", async () => {
  using folder = temporaryFolder({ "report.xml": "<old/>" });
  await zoomMock(["verify", "nowhere", "--reporter", "junit", "--out", "report.xml"], {}, folder.path);
  expect(existsSync(join(folder.path, "report.xml"))).toBe(false);
});

test("verifies a mock that runs already, by URL and control token from the environment", async () => {
  await using mock = await startCli(["--control-token", "s3cret", "--profile", "2025"]);
  using folder = temporaryFolder({
    "acme.json": pactOf([{ states: [{ name: "the meeting has not started" }], ...notStarted() }]),
  });
  const env = { ZOOM_MOCK_URL: mock.url, ZOOM_MOCK_CONTROL_TOKEN: "s3cret" };
  expect(await zoomMock(["verify", "acme.json"], env, folder.path)).toMatchObject({ code: 0, stderr: "" });
});

function notStarted() {
  return {
    path: "/v2/meetings/68423085/livestream/status",
    response: { status: 400, content: { code: 4927, message: "Meeting 68423085 has not started." } },
  };
}
