import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";
import { temporaryFolder } from "../support/folder.js";
import { runRunner } from "./run-runner.js";

/** What is told of the one refusal in the one test that failed because of it. */
function expectReport(printed: string): void {
  expect(printed).toMatch(
    /zoom-mock refused a request of this test:\n *PATCH \/u\/u\d+\/v2\/meetings\/68423085\/livestream\/status → 400 malformedJson/,
  );
  expect(printed).toMatch(/jsonSyntax \(body\): The body is not a JSON object\./);
  expect(printed).toMatch(/try: curl -X PATCH .*\/u\/u\d+\/v2\/meetings\/68423085\/livestream\/status'/);
}

/** What is told of the one fault that was planned twice and met once. */
function expectPendingFault(printed: string): void {
  expect(printed.match(/zoom-mock still had/g)).toHaveLength(1);
  expect(printed).toMatch(
    /zoom-mock still had a planned fault at the end of this test:\n *startThrottled for every operation \(1 left\)/,
  );
}

test("Vitest prints what was refused in a test that failed, and nothing of others", { timeout: 120_000 }, async () => {
  const project = "test/test-kit/projects/vitest";
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--root", project];
  const { printed } = await runRunner(vitest);
  expect(printed).toMatch(/Tests +2 failed \| 3 passed \(5\)/);
  expect(printed.match(/zoom-mock refused/g)).toHaveLength(1);
  expectReport(printed);
  expectPendingFault(printed);
});

test("Playwright prints and attaches what was refused in a test that failed, and the faults that a test did not meet", {
  timeout: 120_000,
}, async () => {
  await using zoom = await startZoomMock();
  using folder = temporaryFolder();
  const project = "test/test-kit/projects/playwright";
  const playwright = ["node_modules/@playwright/test/cli.js", "test", "-c", project, "--reporter", "list,json"];
  playwright.push("--output", `${folder.path}/results`);
  const report = `${folder.path}/report.json`;
  const { printed } = await runRunner(playwright, { ZOOM_MOCK_URL: zoom.url, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  expect(printed).toMatch(/2 failed[\s\S]*3 passed/);
  expect(printed).toMatch(/attachment #1: requests that zoom-mock refused \(text\/plain\)/);
  expectReport(printed);
  expectPendingFault(printed);
  expect(readFileSync(report, "utf8").match(/"faults that the test did not meet"/g)).toHaveLength(1);
  expect(printed).toMatch(/knows what was received ─*\n\n *Error: Failed to verify: [\s\S]*differs in case only/);
  expect(await zoom.universes.list()).toEqual([]);
});
