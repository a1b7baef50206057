import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../package/packed-package.js";
import { contextFiles, ignoreRules } from "./build-context.js";
import { dockerfileProblems } from "./dockerfile-problems.js";

const dockerfile = readFileSync(join(ROOT, "Dockerfile"), "utf8");
const checkout = {
  files: contextFiles(ROOT),
  engines: JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).engines.node as string,
};

test("the Dockerfile has no problem", () => {
  expect(dockerfileProblems(dockerfile, checkout)).toEqual([]);
});

test.each([
  ["EXPOSE 4010", "EXPOSE 4010\nMAINTAINER somebody", "linter: MAINTAINER has been deprecated"],
  ["EXPOSE 4010", "", "EXPOSE: it must be the port that start listens on"],
  ["WORKDIR /app", "WORKDIR app", "linter: WORKDIR paths should be absolute"],
  ["FROM node:24-alpine", "FROM node:22-alpine", undefined],
  ["FROM node:24-alpine", "FROM node:18-alpine", "FROM node:18-alpine: package.json asks for Node ^20.19 || >=22.12"],
  ["FROM node:24-alpine", "FROM node:21-alpine", "FROM node:21-alpine: package.json asks for Node ^20.19 || >=22.12"],
  ["FROM node:24-alpine", "FROM node:latest", "FROM node:latest: it must be a small official image"],
  ["COPY src src", "COPY scr src", "COPY scr: it is not in the checkout, or .dockerignore leaves it out"],
  ["COPY src src", "COPY test src", "COPY test: it is not in the checkout, or .dockerignore leaves it out"],
  ["--from=build /build/dist", "--from=built /build/dist", "COPY: no stage is called built"],
  ["USER 1000:1000", "", "USER: the image must not run as root"],
  ["USER 1000:1000", "USER 1000\nUSER 0", "USER: the image must not run as root"],
  ["USER 1000:1000", "USER node", "and must name its user by number"],
  ['"healthcheck"]', '"operations"]', "HEALTHCHECK: it must be our own subcommand"],
  [/HEALTHCHECK.*/, "", "HEALTHCHECK: it must be our own subcommand"],
  [/ENTRYPOINT.*/, "ENTRYPOINT node /app/dist/cli/main.js", "ENTRYPOINT: it must be there, in exec form"],
  ['CMD ["start"]', "CMD start", "CMD: it must be there, in exec form"],
])("where %s is %j, the problem is: %s", (part, instead, problem) => {
  const changed = dockerfile.replace(part, instead);
  expect(changed).not.toBe(dockerfile);
  expect(dockerfileProblems(changed, checkout).join("\n")).toMatch(problem ?? /^$/);
});

test("a builder is given the sources, and neither what is built here nor what lies about", () => {
  expect(checkout.files).toContain("src/index.ts");
  expect(checkout.files.filter((file) => /^(dist|coverage|assets|node_modules|test|\.git|\.env)/.test(file))).toEqual(
    [],
  );
});

test("the last pattern that matches a file or its folder decides whether it is left out", () => {
  const isIgnored = ignoreRules("# all but\n*\n!src\nsrc/**/*.tmp\n!/docs/?.md\n");
  const files = ["a.txt", "src/a.ts", "src/a/b/c.tmp", "src/c.tmp", "docs/a.md", "docs/ab.md", "srcs/a.ts"];
  expect(files.filter((file) => !isIgnored(file))).toEqual(["src/a.ts", "docs/a.md"]);
});
