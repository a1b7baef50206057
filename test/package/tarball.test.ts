import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PackedPackage, packInto, ROOT, temporaryFolder } from "./packed-package.js";
import { run } from "./run.js";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let packed: PackedPackage;

beforeAll(async () => {
  folder = await temporaryFolder();
  packed = await packInto(folder.path);
}, 60_000);

afterAll(() => folder.remove());

test("the tarball holds these files and folders and no others", () => {
  expect([...new Set(packed.files.map((file) => file.split("/", 1)[0]))].sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "assets",
    "contracts",
    "dist",
    "fixtures",
    "package.json",
  ]);
});

test("every source file is in the tarball as code and as types, and nothing else is in dist but what the entries share", () => {
  const compiled = filesIn("src").flatMap((file) => [file.replace(/\.ts$/, ".js"), file.replace(/\.ts$/, ".d.ts")]);
  const packedFiles = inTarball("dist");
  expect(packedFiles.filter((file) => !file.startsWith("bundled/"))).toEqual(compiled.sort());
  expect(packedFiles.filter((file) => file.startsWith("bundled/")).length).toBeGreaterThan(5);
});

test("every fixture is in the tarball", () => {
  expect(inTarball("fixtures")).toEqual(filesIn("fixtures").sort());
});

test("the contracts in the tarball are those that the tests verify, byte for byte", async () => {
  expect(inTarball("contracts")).toEqual(filesIn("contracts").sort());
  await run("tar", ["-xzf", packed.tarball, "-C", folder.path], ROOT);
  for (const file of filesIn("contracts")) {
    const packedFile = readFileSync(join(folder.path, "package", "contracts", file));
    expect([file, packedFile.equals(readFileSync(join(ROOT, "contracts", file)))]).toEqual([file, true]);
  }
});

test("publint finds nothing to say about the tarball", async () => {
  const { buffer: tarball } = new Uint8Array(readFileSync(packed.tarball));
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test("the types resolve for every kind of program that can load the package", async () => {
  // The package is ESM only. A CommonJS program loads it by Node's require(esm), which every Node that `engines` allows
  // has; attw does not know that and calls it a mistake, hence the ignored rule. The profile node16 still looks at types
  // as a CommonJS program resolves them (esm-only would not) and leaves out node10, which knows no `exports`.
  const attw = ["attw", packed.tarball, "--profile", "node16", "--ignore-rules", "cjs-resolves-to-esm"];
  const printed = await run("npx", ["--no-install", ...attw, "--format", "json"], ROOT);
  const { analysis } = JSON.parse(printed);
  expect(Object.keys(analysis.entrypoints)).toEqual([
    ".",
    "./package.json",
    "./jest",
    "./pact",
    "./playwright",
    "./register",
    "./vitest",
    "./contracts/*",
  ]);
}, 60_000);

function inTarball(name: string): string[] {
  const inside = packed.files.filter((file) => file.startsWith(`${name}/`));
  return inside.map((file) => file.slice(name.length + 1)).sort();
}

function filesIn(name: string): string[] {
  const folder = join(ROOT, name);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"));
}
