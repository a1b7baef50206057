import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./packed-package.js";

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
const locked = Object.entries<LockedPackage>(packages);

test("the lockfile names no registry, so that it works with everybody's", () => {
  expect(locked.length).toBeGreaterThan(100);
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test("the lockfile holds the binaries of every platform, without which npm ci refuses it", () => {
  const names = new Set(locked.map(([path]) => path.split("node_modules/").at(-1)));
  const optional = locked.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies));
  expect(optional.length).toBeGreaterThan(10);
  expect(optional.filter((name) => !names.has(name))).toEqual([]);
});
