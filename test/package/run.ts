import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Runs a program to its end as a shell of the user's would; rejects with what it printed when it fails. */
export async function run(program: string, args: readonly string[], cwd: string): Promise<string> {
  const options = { cwd, env: environment(), maxBuffer: 64 * 1024 * 1024, shell: process.platform === "win32" };
  try {
    return (await promisify(execFile)(program, args, options)).stdout;
  } catch (error) {
    const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string };
    throw new Error(`Failed to run ${program} ${args.join(" ")}: it ended with ${code}.\n${stdout}\n${stderr}`);
  }
}

/** The environment without what npm and vitest add for this package: another package's npm must not see it. */
export function environment(): NodeJS.ProcessEnv {
  const added = /^(npm_(package|lifecycle|command|config_(local_prefix|package|call)$)|VITEST|NODE_ENV$|FORCE_COLOR$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !added.test(name)));
}
