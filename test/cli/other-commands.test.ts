import { expect, test } from "vitest";
import { describeOperations, startZoomMock } from "../../src/index.js";
import { zoomMock } from "../support/cli.js";

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

test("healthcheck carries the control token", async () => {
  await using zoom = await startZoomMock({ controlToken: "t" });
  expect((await zoomMock(["healthcheck", "--url", zoom.url])).code).toBe(1);
  expect((await zoomMock(["healthcheck", "--url", zoom.url], { ZOOM_MOCK_CONTROL_TOKEN: "t" })).code).toBe(0);
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

test("operations refuses a profile that there is not", async () => {
  const { code, stderr } = await zoomMock(["operations", "--profile", "nope"]);
  expect([code, stderr]).toEqual([2, expect.stringContaining("Profiles: 2021, 2025")]);
});
