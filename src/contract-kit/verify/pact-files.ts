import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { type FileProblem, InvalidFilesError } from "../../fixtures/invalid-files.js";

/**
 * The files that are meant by files, folders and globs, each once and in a lasting order.
 *
 * @throws InvalidFilesError when one of them means no file.
 */
export function findPactFiles(sources: string | readonly string[]): string[] {
  const problems: FileProblem[] = [];
  const files = [sources].flat().flatMap((source) => {
    const found = filesOf(source);
    if (found.length === 0) problems.push({ file: source, reason: "there is no such file, or no .json file in it" });
    return found;
  });
  if (problems.length > 0) throw new InvalidFilesError("the pacts", problems);
  return [...new Set(files)].sort();
}

function filesOf(source: string): string[] {
  const found = statSync(source, { throwIfNoEntry: false });
  if (found?.isDirectory()) return filesBelow(source).filter((file) => file.endsWith(".json"));
  if (found) return [source];
  const pattern = source.replaceAll("\\", "/");
  if (!MAGIC.test(pattern)) return [];
  const base = pattern.split("/").slice(
    0,
    pattern.split("/").findIndex((part) => MAGIC.test(part)),
  );
  const folder = base.join("/") || (pattern.startsWith("/") ? "/" : ".");
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const wanted = globPattern(resolve(folder).replaceAll("\\", "/"), pattern.split("/").slice(base.length).join("/"));
  return filesBelow(folder).filter((file) => wanted.test(resolve(file).replaceAll("\\", "/")));
}

const MAGIC = /[*?{]/;

/** Node's own globs need a newer Node than we do. Knows `**`, `*`, `?` and `{a,b}`. */
function globPattern(folder: string, glob: string): RegExp {
  const parts = /\*\*\/|\*\*|[*?{},]|[^*?{},]+/g;
  const meaning: Readonly<Record<string, string>> = {
    "**/": "(?:.*/)?",
    "**": ".*",
    "*": "[^/]*",
    "?": "[^/]",
    "{": "(?:",
    "}": ")",
    ",": glob.includes("{") ? "|" : ",",
  };
  const source = (glob.match(parts) ?? []).map((part) => meaning[part] ?? escaped(part)).join("");
  return new RegExp(`^${escaped(folder.replace(/\/$/, ""))}/${source}$`);
}

const escaped = (text: string): string => text.replace(/[.+^$()|[\]\\]/g, "\\$&");

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.split(/[\\/]/).includes("node_modules"))
    .map((entry) => join(entry.parentPath, entry.name));
