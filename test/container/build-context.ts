import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** Never part of what .dockerignore lets through, and slow to walk. */
const HEAVY = new Set([".git", "node_modules"]);

/** The files that a builder is given: those of a checkout that its .dockerignore does not leave out. */
export function contextFiles(checkout: string): string[] {
  const isIgnored = ignoreRules(readFileSync(join(checkout, ".dockerignore"), "utf8"));
  const walk = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return HEAVY.has(entry.name) ? [] : walk(path);
      return [relative(checkout, path).replaceAll("\\", "/")];
    });
  return walk(checkout).filter((file) => !isIgnored(file));
}

/** Copies them, so that a step can use no other. */
export function copyContext(checkout: string, folder: string): void {
  for (const file of contextFiles(checkout)) cpSync(join(checkout, file), join(folder, file));
}

/** Whether a file is left out. The last pattern that matches it, or a folder it is in, decides. */
export function ignoreRules(text: string): (file: string) => boolean {
  const rules = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ ignores: !line.startsWith("!"), pattern: globPattern(line.replace(/^!/, "")) }));
  return (file) => rules.findLast(({ pattern }) => pattern.test(file))?.ignores ?? false;
}

/** A glob as .dockerignore knows it, for a path and for all that is below it. */
function globPattern(glob: string): RegExp {
  const source = glob
    .replace(/^\/|\/$/g, "")
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*\*\/?|\*|\?/g, (wild) => (wild.startsWith("**") ? ".*" : wild === "*" ? "[^/]*" : "[^/]"));
  return new RegExp(`^${source}(/.*)?$`);
}
