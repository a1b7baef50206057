import { expect, test } from "vitest";
import { runRunner } from "./run-runner.js";

const jest = (...args: string[]) =>
  runRunner([
    ...["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js"],
    ...["--ci", "--verbose", "--config", "test/test-kit/projects/jest/jest.config.mjs", ...args],
  ]);

test("Jest's global expect has the matchers after an import, in both module systems, and prints what came near", {
  timeout: 120_000,
}, async () => {
  const { passed, printed } = await jest("module", "common");
  expect(passed).toBe(false);
  expect(printed).toMatch(/Tests: +3 failed, 2 passed, 5 total/);
  expect(printed).toContain(`
  ● fails

    Failed to verify: expected at least 1 request, found none.

    Expected:
      operation: "meetingLiveStreamStatusUpdate"
      body: {"action":"start"}

    Nearest of 1:
      #1 PATCH /v2/meetings/68423085/livestream/status → 400 validationFailed
        body.action: expected "start", found "Start"
        Likely: body.action differs in case only: Zoom's values are case-sensitive.

`);
  expect(printed).toContain(`
  ● fails under not

    Failed to verify: this was received, and should not be.

    Expected:
      operation: "meetingLiveStreamStatusUpdate"
      body: {"action":"start"}

    Received:
      #1 PATCH /v2/meetings/68423085/livestream/status → 204 updated

`);
  expect(printed).toMatch(/● fails because it is no mock\n\n +TypeError: Failed to verify: .* is no mock\./);
});

test("without globals the matchers are handed to the expect of @jest/globals", { timeout: 120_000 }, async () => {
  expect(await jest("globals", "--injectGlobals=false")).toMatchObject({
    passed: true,
    printed: expect.stringMatching(/✓ passes without globals[\s\S]*Tests: +1 passed, 1 total/),
  });
});
