import { execSync } from "node:child_process";

/** Builds once before all tests: those that run the command line or pack the package need `dist` as `src` is now. */
export default function setup(): void {
  console.log(`Tests run on Node ${process.version}.`);
  try {
    execSync("npm run build", { stdio: "pipe", encoding: "utf8" });
  } catch (error) {
    throw new Error(`Failed to build before the tests:\n${(error as { stdout: string }).stdout}Correct src.`);
  }
}
