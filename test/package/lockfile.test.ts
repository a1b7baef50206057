import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./packed-package.js";

interface LockedPackage {
  readonly version?: string;
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
  const held = new Set(locked.map(([path, { version }]) => `${path.split("node_modules/").at(-1)}@${version}`));
  const binaries = locked
    .flatMap(([, { optionalDependencies = {} }]) => Object.entries(optionalDependencies))
    // Binaries are asked for in one version, that of their package.
    .flatMap(([name, version]) => (/^\d/.test(version) ? [`${name}@${version}`] : []));
  expect(binaries.length).toBeGreaterThan(10);
  expect(binaries.filter((each) => !held.has(each))).toEqual([]);
});
