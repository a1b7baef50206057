import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { environment } from "../package/run.js";

/** Where the test runners stand, and from where they are run. */
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Runs a test runner of node_modules to its end, and gives what it printed and whether all tests have passed. */
export function runRunner(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ readonly passed: boolean; readonly printed: string }> {
  const options = { cwd: ROOT, env: { ...environment(), NO_COLOR: "1", ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      resolve({ passed: error === null, printed: stdout + stderr });
    });
  });
}
