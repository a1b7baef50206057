import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./packed-package.js";

test("the lockfile names no registry, so that it works with everybody's", () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  const resolved = Object.entries<{ resolved?: string }>(packages).filter(([, { resolved }]) => resolved !== undefined);
  expect(Object.keys(packages).length).toBeGreaterThan(100);
  expect(resolved).toEqual([]);
});
