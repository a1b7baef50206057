import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { zoomMock } from "../../support/cli.js";
import { temporaryFolder } from "../../support/folder.js";
import { example, item } from "./collection-of.js";
import { SEED_COLLECTION } from "./seed-items.js";

const files = {
  "seeds.json": `\uFEFF${JSON.stringify(SEED_COLLECTION)}`,
  "odd.json": item([example("Done", 204), example("Teapot.", 418)]),
  "no.json": "{",
  "other.json": {},
  "full/mine.txt": "mine",
};

test("import writes the seeds' profile, says what it wrote and exits with 0", async () => {
  using folder = temporaryFolder(files);
  const { code, stdout } = await zoomMock(["import", "seeds.json", "--out", "zoom profile"], {}, folder.path);
  expect(code).toBe(0);
  expect(stdout).toContain(`wrote: ${join("zoom profile", "meetingLiveStreamStatusUpdate/startThrottled.json")}\n`);
  expect(stdout).toContain("12 answers read, 0 not.");
  const manifest = readFileSync(join(folder.path, "zoom profile/profile.json"), "utf8");
  expect(JSON.parse(manifest)).toMatchObject({ name: "zoom-profile", extends: "2021" });
  const listed = await zoomMock(["operations", "--profile", "zoom profile"], {}, folder.path);
  expect(listed.stdout).toMatch(/startThrottled +429\/429 +documented/);
});

test("import says what it could not read and exits with 1", async () => {
  using folder = temporaryFolder(files);
  const args = ["import", "odd.json", "--out", "out", "--name", "odd", "--extends", "2025"];
  const { code, stdout } = await zoomMock(args, {}, folder.path);
  expect([code, stdout]).toEqual([
    1,
    expect.stringMatching(/\nnot read: Update, example "Teapot\.": no outcome .*\.\n/),
  ]);
  expect(JSON.parse(readFileSync(join(folder.path, "out/profile.json"), "utf8"))).toMatchObject({
    name: "odd",
    extends: "2025",
  });
});

test("import writes into a folder that is not empty only with --force, and leaves alone what is there", async () => {
  using folder = temporaryFolder(files);
  const args = ["import", "seeds.json", "--out", "full"];
  const { code, stderr } = await zoomMock(args, {}, folder.path);
  expect([code, stderr]).toEqual([
    2,
    expect.stringContaining("full is not empty. Name another folder, or add --force"),
  ]);
  expect(existsSync(join(folder.path, "full/profile.json"))).toBe(false);
  expect((await zoomMock([...args, "--force"], {}, folder.path)).code).toBe(0);
  expect(readFileSync(join(folder.path, "full/mine.txt"), "utf8")).toBe("mine");
});

test.each([
  [["seeds.json"], "required option '--out <folder>'"],
  [["--out", "out"], "missing required argument"],
  [["gone.json", "--out", "out"], "gone.json cannot be read: ENOENT"],
  [["no.json", "--out", "out"], "no.json cannot be read: "],
  [["other.json", "--out", "out"], "other.json: it is neither a Postman collection"],
  [["seeds.json", "--out", "no.json"], "no.json is no folder"],
  [["seeds.json", "--out", "out", "--name", "a b"], "profile.json, name: "],
  [["seeds.json", "--out", "out", "--extends", "2020"], "There are 2021, 2025"],
])("import %j exits with 2 and writes nothing", async (args, message) => {
  using folder = temporaryFolder(files);
  const { code, stderr } = await zoomMock(["import", ...args], {}, folder.path);
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  expect(existsSync(join(folder.path, "out"))).toBe(false);
});
