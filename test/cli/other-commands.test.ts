import http from "node:http";
import { expect, test } from "vitest";
import { describeOperations, startZoomMock } from "../../src/index.js";
import { zoomMock } from "../support/cli.js";
import { temporaryFolder } from "../support/folder.js";

test("healthcheck exits with 0 when the mock is ready", async () => {
  await using zoom = await startZoomMock();
  const { code, stdout } = await zoomMock(["healthcheck", "--url", zoom.url]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^zoom-mock \S+ \(profile 2021\) is ready at http/)]);
  expect((await zoomMock(["healthcheck"], { ZOOM_MOCK_PORT: String(zoom.port) })).code).toBe(0);
});

test("healthcheck exits with 1 when there is no mock", async () => {
  const gone = await startZoomMock();
  await gone.close();
  const { code, stderr } = await zoomMock(["healthcheck", "--url", gone.url]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("Failed to reach zoom-mock at")]);
});

test.each([
  [200, "<!doctype html>"],
  [200, '{"status":"ok","ready":true}'],
  [501, "Not implemented"],
])("healthcheck exits with 1 when a stranger answers %d %s", async (status, body) => {
  const other = http.createServer((_req, res) => res.writeHead(status).end(body));
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as { port: number };
  const { code, stderr, stdout } = await zoomMock(["healthcheck"], { ZOOM_MOCK_PORT: String(port) });
  expect([code, stderr, stdout]).toEqual([1, expect.stringMatching(/^Failed to .* is no zoom-mock/), ""]);
  other.closeAllConnections();
  other.close();
});

test.each([
  [["--timeout", "abc"], {}, /Give a whole number of milliseconds above 0/],
  [["--timeout", "-1"], {}, /Give a whole number of milliseconds above 0/],
  [["--url", "localhost:4010"], {}, /"localhost:4010" is no URL\. Give one like http:\/\/127\.0\.0\.1:4010/],
  [[], { ZOOM_MOCK_URL: "nonsense" }, /"nonsense" is no URL/],
  [[], { ZOOM_MOCK_PORT: "x" }, /is no URL/],
])("healthcheck %j %j exits with 2 and says what is right", async (args, env, message) => {
  const { code, stderr } = await zoomMock(["healthcheck", ...args], env as Record<string, string>);
  expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
});

test("healthcheck carries the control token", async () => {
  await using zoom = await startZoomMock({ controlToken: "t" });
  expect((await zoomMock(["healthcheck", "--url", zoom.url])).code).toBe(1);
  expect((await zoomMock(["healthcheck", "--url", zoom.url], { ZOOM_MOCK_CONTROL_TOKEN: "t" })).code).toBe(0);
});

test("healthcheck exits with 0 when the mock has no control API", async () => {
  await using zoom = await startZoomMock({ control: false });
  const { code, stdout } = await zoomMock(["healthcheck", "--url", zoom.url]);
  expect([code, stdout]).toEqual([0, `zoom-mock without its control API is up at ${zoom.url}\n`]);
});

test("operations lists every outcome with its status, code, evidence and message", async () => {
  const { code, stdout } = await zoomMock(["operations", "--profile", "2025"]);
  expect(code).toBe(0);
  for (const { method, path, outcomes } of describeOperations("2025").operations) {
    expect(stdout).toContain(`${method} ${path}`);
    for (const { outcome, status, evidence } of outcomes)
      expect(stdout).toMatch(new RegExp(`\\n +${outcome} +${status}\\S* +${evidence}`));
  }
  expect(stdout).toMatch(/startWhileLive=accept +accept\|refuse +assumed/);
});

test("operations --json is what describeOperations gives", async () => {
  const { stdout } = await zoomMock(["operations", "--json"]);
  expect(JSON.parse(stdout)).toEqual(describeOperations("2021"));
});

test("operations takes a profile of one's own as start does", async () => {
  using folder = temporaryFolder({ "profile.json": { name: "ours", extends: "2025" } });
  const { code, stdout } = await zoomMock(["operations", "--fixtures", folder.path]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^Profile ours: /)]);
  const both = await zoomMock(["operations", "--fixtures", folder.path, "--profile", "2021"]);
  expect([both.code, both.stderr]).toEqual([2, expect.stringMatching(/cannot be used with option '--fixtures/)]);
});

test("operations refuses a profile that there is not", async () => {
  const { code, stderr } = await zoomMock(["operations", "--profile", "nope"]);
  expect([code, stderr]).toEqual([2, expect.stringContaining("Profiles: 2021, 2025")]);
});
