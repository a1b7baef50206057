import { relative } from "node:path";
import { expect, test } from "vitest";
import { findPactFiles } from "../../../src/contract-kit/verify/pact-files.js";
import { temporaryFolder } from "../../support/folder.js";

const FILES = { "a.json": "", "b.json": "", "b.txt": "", "in/c.json": "", "in/deep/d.json": "", "in/x,y.json": "" };

test.each([
  ["a.json", ["a.json"]],
  ["b.txt", ["b.txt"]],
  ["in", ["in/c.json", "in/deep/d.json", "in/x,y.json"]],
  ["*.json", ["a.json", "b.json"]],
  ["?.json", ["a.json", "b.json"]],
  ["{a,b}.json", ["a.json", "b.json"]],
  ["**/*.json", ["a.json", "b.json", "in/c.json", "in/deep/d.json", "in/x,y.json"]],
  ["in/**", ["in/c.json", "in/deep/d.json", "in/x,y.json"]],
  ["*/c.json", ["in/c.json"]],
  ["in/*,y.json", ["in/x,y.json"]],
])("%s means files", (source, expected) => {
  using folder = temporaryFolder(FILES);
  const found = findPactFiles(`${folder.path}/${source}`);
  expect(found.map((file) => relative(folder.path, file))).toEqual(expected);
});

test("a file that is meant twice is verified once", () => {
  using folder = temporaryFolder(FILES);
  expect(findPactFiles([`${folder.path}/a.json`, `${folder.path}/*.json`])).toHaveLength(2);
});

test.each(["c.json", "*.jsn", "nowhere/*.json", "in/de?p"])("%s means none, which is an error", (source) => {
  using folder = temporaryFolder(FILES);
  expect(() => findPactFiles(`${folder.path}/${source}`)).toThrow("there is no such file");
});
