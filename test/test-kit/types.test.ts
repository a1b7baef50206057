import { expect, test } from "vitest";
import { temporaryFolder } from "../support/folder.js";
import { runRunner } from "./run-runner.js";

/** As @types/jest declares the global, as far as the matchers go. */
const TYPES_OF_JEST = `
declare namespace jest {
  interface Matchers<R, T = {}> { toBe(expected: T): R }
}
declare const expect: <T>(actual: T) => jest.Matchers<void, T> & { not: jest.Matchers<void, T> };
`;

const program = (imports: string) => `
import { startZoomMock } from "zoom-mock";
${imports}

const zoom = await startZoomMock();
const received: Promise<void> = expect(zoom).toHaveReceived({ operation: "meeting", atLeast: 2 });
const order: Promise<void> = expect(zoom).not.toHaveReceivedInOrder([{ body: { action: "start" } }]);
await Promise.all([received, order]);
// @ts-expect-error A count that is misspelled does not compile; were the matcher any, it would.
await expect(zoom).toHaveReceived({ time: 2 });
`;

const GLOBALS = `
import { expect } from "@jest/globals";
import { zoomMatchers } from "zoom-mock/jest";
expect.extend(zoomMatchers);
`;

test("TypeScript knows the matchers of Jest, with globals and without, and of Playwright", {
  timeout: 240_000,
}, async () => {
  const programs = {
    "types-of-jest.d.ts": TYPES_OF_JEST,
    "jest.mts": program('import "zoom-mock/jest";'),
    "jest-globals.mts": program(GLOBALS),
    "playwright.mts": program('import { expect } from "zoom-mock/playwright";'),
  };
  // Within the package, so that they find the package by its name.
  using folder = temporaryFolder(programs, `${import.meta.dirname}/.types-`);
  const options = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", "node"];
  const files = Object.keys(programs).map((file) => `${folder.path}/${file}`);
  const { printed } = await runRunner(["node_modules/typescript/bin/tsc", "--ignoreConfig", ...options, ...files]);
  expect(printed).toBe("");
});
