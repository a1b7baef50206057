import { execFile } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, join, posix } from "node:path";
import { promisify } from "node:util";
import { environment } from "../package/run.js";
import { copyContext } from "./build-context.js";
import { healthcheckCommand, type Instruction, parseDockerfile, type Stage, wordsOf } from "./dockerfile.js";

/** What the steps of a stage have made. */
export interface Image {
  /** The folder that stands for the root of the image's file system. */
  readonly root: string;
  /** Where there is a `node`, that of the base image. */
  readonly programs: string;
  workdir: string;
  /** As `1000:1000`; nobody in particular before the first USER. */
  user: string | undefined;
  env: Record<string, string>;
  entrypoint: readonly string[];
  cmd: readonly string[];
  healthcheck: readonly string[];
}

/**
 * Carries out a Dockerfile where no Docker is: a folder stands for each stage's file system, and an absolute path for
 * one in it. Of a base image it needs a shell, Node and npm, which are this machine's.
 *
 * @param folder An empty folder, which holds all of it.
 * @throws Error when a step fails, or is one that this does not know.
 */
export async function buildWithoutDocker(dockerfile: string, checkout: string, folder: string): Promise<Image> {
  const context = join(folder, "context");
  mkdirSync(context);
  copyContext(checkout, context);
  const programs = join(folder, "programs");
  mkdirSync(programs);
  // A copy, because not every user may use what is in the home of another.
  copyFileSync(process.execPath, join(programs, "node"));
  // Only root may give files away.
  if (process.getuid?.() !== 0) writeFileSync(join(programs, "chown"), "#!/bin/sh\n", { mode: 0o755 });
  chmodSync(folder, 0o755);
  const built = new Map<string | undefined, Image>();
  let image: Image | undefined;
  for (const [index, stage] of parseDockerfile(dockerfile).entries()) {
    image = emptyImage(join(folder, `stage-${index}`), programs);
    for (const instruction of stage.instructions) await carryOut(instruction, image, context, built);
    built.set(stage.name, image);
  }
  if (!image) throw new Error("Failed to build: the Dockerfile has no FROM. Give it one.");
  return image;
}

/** Absolute paths as they are on this machine. */
export const inRoot = (root: string, text: string): string =>
  text.replace(/(^|[\s=])(\/[\w.-])/g, (_, before: string, path: string) => `${before}${root}${path}`);

function emptyImage(root: string, programs: string): Image {
  mkdirSync(root);
  return { root, programs, workdir: "/", user: undefined, env: {}, entrypoint: [], cmd: [], healthcheck: [] };
}

async function carryOut(
  instruction: Instruction,
  image: Image,
  context: string,
  built: ReadonlyMap<Stage["name"], Image>,
): Promise<void> {
  const { keyword, flags, text, words } = instruction;
  switch (keyword) {
    case "COPY":
      return copy(words, flags["from"] === undefined ? context : (built.get(flags["from"])?.root ?? ""), image);
    case "RUN":
      return run(text, image);
    case "WORKDIR":
      image.workdir = posix.resolve(image.workdir, text);
      mkdirSync(image.root + image.workdir, { recursive: true });
      return;
    case "ENV":
      Object.assign(image.env, Object.fromEntries(words.map((word) => word.split(/=(.*)/s))));
      return;
    case "USER":
      image.user = text;
      return;
    case "ENTRYPOINT":
      image.entrypoint = words;
      return;
    case "CMD":
      image.cmd = words;
      return;
    case "HEALTHCHECK":
      image.healthcheck = wordsOf(healthcheckCommand(instruction));
      return;
    case "EXPOSE":
      return;
    default:
      throw new Error(`Failed to build: nothing here knows ${keyword}. Teach it to test/container.`);
  }
}

/** A folder's contents are copied, not the folder. */
function copy(words: readonly string[], from: string, image: Image): void {
  const sources = words.slice(0, -1);
  const to = words.at(-1) ?? "";
  const target = image.root + posix.resolve(image.workdir, to);
  for (const source of sources) {
    const path = join(from, source);
    if (!existsSync(path)) throw new Error(`Failed to COPY ${source}: it is not there. Correct the Dockerfile.`);
    const isInto = sources.length > 1 || /(^\.|\/)$/.test(to);
    const intoFolder = isInto && !statSync(path).isDirectory();
    cpSync(path, intoFolder ? join(target, basename(source)) : target, { recursive: true, verbatimSymlinks: true });
  }
}

async function run(text: string, { root, programs, workdir, env }: Image): Promise<void> {
  const here = environment();
  const options = {
    cwd: root + workdir,
    env: { ...here, npm_config_prefer_offline: "true", ...env, PATH: `${programs}:${here["PATH"]}` },
  };
  await promisify(execFile)("sh", ["-c", inRoot(root, text)], options).catch((error: { stderr: string }) => {
    throw new Error(`Failed to RUN ${text}:\n${error.stderr}Correct the Dockerfile.`);
  });
}
