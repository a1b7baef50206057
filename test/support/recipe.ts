import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { environment } from "../package/run.js";
import { temporaryFolder } from "./folder.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The files that a page of docs/recipes shows: blocks that begin with a comment which is a file's name. */
export function recipeFiles(page: string): Readonly<Record<string, string>> {
  const text = readFileSync(join(ROOT, "docs/recipes", page), "utf8");
  const blocks = [...text.matchAll(/^```\w+\n((?:\/\/|#) (\S+\.\w+)\n[\s\S]*?)^```$/gm)];
  return Object.fromEntries(blocks.map(([, content = "", name = ""]) => [name, content]));
}

/**
 * A project of a user's outside the checkout, with files, zoom-mock as npm installs it, and other packages.
 * Gone with `using`.
 */
export function recipeProject(files: Readonly<Record<string, string>>, packages: readonly string[] = []) {
  const folder = temporaryFolder({ "package.json": { type: "module", private: true }, ...files });
  const modules = join(folder.path, "node_modules");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  symlinkSync(ROOT, join(modules, "zoom-mock"), "junction");
  const program = `#!/bin/sh\nexec "${process.execPath}" "${ROOT}dist/cli/main.js" "$@"\n`;
  writeFileSync(join(modules, ".bin", "zoom-mock"), program, { mode: 0o755 });
  for (const name of packages) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name), "junction");
  }
  return {
    ...folder,
    /** Runs a program in it and gives what it printed, whether it failed or not. */
    run: async (program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
      const options = { cwd: folder.path, env: { ...environment(), NO_COLOR: "1", ...env } };
      const done = promisify(execFile)(program, args, options);
      const { stdout, stderr } = await done.catch((error: { stdout: string; stderr: string }) => error);
      return stdout + stderr;
    },
  };
}

/** Whether a program is on this machine and ends well with these arguments. */
export const isInstalled = (program: string, args: readonly string[]): Promise<boolean> =>
  promisify(execFile)(program, args).then(
    () => true,
    () => false,
  );
