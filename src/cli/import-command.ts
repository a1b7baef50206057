import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Command, Option } from "commander";
import { importPostmanCollection, type PostmanImport } from "../index.js";

interface ImportFlags {
  readonly out: string;
  readonly name?: string;
  readonly extends: string;
  readonly force?: boolean;
}

/** `zoom-mock import`: the saved examples of a Postman collection become a fixtures profile. */
export function importCommand(command: Command): Command {
  return command
    .name("import")
    .description(
      "Make a fixtures profile of the saved examples of a Postman collection; exits with 1 when not all could be read.",
    )
    .argument("<collection.json>", "a Postman collection (v2), or one item of it")
    .requiredOption("--out <folder>", "where the profile is written")
    .option("--name <name>", "what the profile is called; otherwise as the folder")
    .addOption(new Option("--extends <profile>", "what answers where the collection says nothing").default("2021"))
    .option("--force", "write into a folder that is not empty")
    .action((file: string, flags: ImportFlags) => run(command, file, flags));
}

function run(
  command: Command,
  file: string,
  { out, name = nameOf(out), extends: base, force = false }: ImportFlags,
): void {
  const refuse = (reason: string) => command.error(`error: ${out} ${reason}`, { exitCode: 2 });
  const existing = statSync(out, { throwIfNoEntry: false });
  if (existing && !existing.isDirectory()) refuse("is no folder. Name a folder for the profile.");
  if (existing && !force && readdirSync(out).length > 0) {
    refuse("is not empty. Name another folder, or add --force to write over what is there.");
  }
  const json = readJson(command, file);
  const imported = importPostmanCollection(json, { name, extends: base, file });
  for (const { path, text } of imported.files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  console.log(asText(imported, out));
  if (imported.notRead.length > 0 || imported.read.length === 0) process.exitCode = 1;
}

function readJson(command: Command, file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    return command.error(`error: ${file} cannot be read: ${(error as Error).message}`, { exitCode: 2 });
  }
}

function asText({ files, read, notRead }: PostmanImport, out: string): string {
  const inherited = read.filter((each) => each.inherited);
  return [
    ...files.map(({ path }) => `wrote: ${join(out, path)}`),
    ...inherited.map(({ operation, outcome }) => `inherited: ${operation}/${outcome}`),
    ...notRead.map(({ where, reason }) => `not read: ${where}: ${reason}.`),
    "",
    `${read.length} answers read, ${notRead.length} not. Start with: zoom-mock start --fixtures ${out}`,
  ].join("\n");
}

/** The folder's name, as far as a profile may be called so. */
const nameOf = (folder: string): string => basename(resolve(folder)).replace(/[^\w.-]+/g, "-");
