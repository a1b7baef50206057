import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../package/packed-package.js";
import { freePort } from "../support/free-port.js";
import { recipeFiles, recipeProject } from "../support/recipe.js";

const runners = recipeFiles("vitest-jest-playwright.md");
const service = recipeFiles("express-app.md");
const bin = (path: string) => join(ROOT, "node_modules", path);

test("the tests on the page pass in Vitest", { timeout: 120_000 }, async () => {
  using project = recipeProject(runners, ["vitest"]);
  const printed = await project.run(process.execPath, [bin("vitest/vitest.mjs"), "run", "town-hall.test.js"]);
  expect(printed).toMatch(/Tests +2 passed \(2\)/);
});

test("the test on the page passes in Jest", { timeout: 120_000 }, async () => {
  using project = recipeProject(runners, ["@jest/globals"]);
  const jest = ["--experimental-vm-modules", bin("jest/bin/jest.js"), "town-hall.spec.js"];
  expect(await project.run(process.execPath, jest)).toMatch(/Tests: +1 passed, 1 total/);
});

test("the test on the page passes in Playwright, with the service of the other page", {
  timeout: 120_000,
}, async () => {
  const [mockPort, servicePort] = [await freePort(), await freePort()];
  const here = Object.entries({ ...service, ...runners }).map(([name, content]) => {
    return [name, content.replaceAll("4010", mockPort).replaceAll(/\b3000\b/g, servicePort)];
  });
  using project = recipeProject(Object.fromEntries(here), ["@playwright/test", "express"]);
  const playwright = [bin("@playwright/test/cli.js"), "test", "--reporter", "list"];
  expect(await project.run(process.execPath, playwright)).toMatch(/1 passed/);
});

test("the service's tests pass, and it runs unchanged through exec", { timeout: 60_000 }, async () => {
  using project = recipeProject(service, ["express"]);
  expect(await project.run(process.execPath, ["--test", "server.test.js"])).toMatch(/pass 3\n[\s\S]*fail 0\n/);
  const call = `
    const { createServer, settingsFrom } = await import("./server.js");
    const listener = createServer(settingsFrom({})).listen(0, async () => {
      const answer = await fetch("http://127.0.0.1:" + listener.address().port + "/streams/68423085", { method: "POST" });
      console.log(answer.status);
      listener.close();
    });`;
  const exec = ["exec", "--", process.execPath, "--input-type=module", "--eval", call];
  expect(await project.run("node_modules/.bin/zoom-mock", exec)).toBe("202\n");
});
