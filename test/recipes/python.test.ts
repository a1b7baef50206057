import { expect, test } from "vitest";
import { isInstalled, recipeFiles, recipeProject } from "../support/recipe.js";

const files = recipeFiles("python.md");
const hasPython = await isInstalled("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 8))"]);
const hasPytest = hasPython && (await isInstalled("python3", ["-c", "import pytest, requests"]));

test.skipIf(!hasPython)("the tests on the page pass in unittest, with the standard library alone", async () => {
  using project = recipeProject(files);
  expect(await project.run("python3", ["-m", "unittest", "test_start"])).toMatch(/^Ran 2 tests[\s\S]*^OK$/m);
});

test.skipIf(!hasPytest)("the tests on the page pass in pytest", async () => {
  using project = recipeProject(files);
  const printed = await project.run("python3", ["-m", "pytest", "-p", "no:cacheprovider", "test_town_hall.py"]);
  expect(printed).toMatch(/ 3 passed in /);
});
