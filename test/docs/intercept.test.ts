import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { ZOOM_HOSTS } from "../../src/interception/zoom-hosts.js";
import { docsPage } from "../support/docs-page.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const page = docsPage("intercept.md");
const printed = page.blocks("text");

test.each(page.blocks("ts").map((program, index) => [printed[index] ?? "", program]))(
  "program %$ of the page prints what it says",
  async (expected, program) => {
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", program], { cwd: root });
    expect(stdout).toBe(expected);
  },
);

test("each program on the page says what it prints, and there are some", () => {
  expect(printed).toHaveLength(page.blocks("ts").length);
  expect(printed.length).toBeGreaterThan(3);
});

test("the hosts that the page names are intercepted", () => {
  expect(ZOOM_HOSTS).toEqual(expect.arrayContaining(["api.zoom.us", "zoom.us"]));
  expect(
    ZOOM_HOSTS.filter((host) => !page.text.includes(host)).every((host) => /^api-\w\w\.zoom\.us$/.test(host)),
  ).toBe(true);
});
