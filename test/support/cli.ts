import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The built command line. */
export const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** What a finished command left behind. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `zoom-mock` with arguments until it ends. */
export async function zoomMock(
  args: readonly string[],
  env: Record<string, string> = {},
  cwd?: string,
): Promise<Finished> {
  return launch(args, env, cwd).finished;
}

/** A `zoom-mock start` that listens, until `stop`. */
export interface Running extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  /** All that it has printed so far, on both outputs. */
  output(): string;
  /** Resolves once the output matches. */
  printed(pattern: RegExp): Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<Finished>;
}

/** Starts `zoom-mock start` on a free port and waits until it says where it is. */
export async function startCli(args: readonly string[] = [], env: Record<string, string> = {}): Promise<Running> {
  const launched = launch(["start", "--port", "0", ...args], env);
  await launched.printed(/ at http:\S+\n/);
  const url = / at (http:\S+)\n/.exec(launched.output())?.[1] ?? "";
  const stop = (signal: NodeJS.Signals = "SIGINT") => {
    launched.child.kill(signal);
    return launched.finished;
  };
  return {
    ...launched,
    url,
    port: Number(new URL(url).port),
    stop,
    [Symbol.asyncDispose]: async () => void (await stop("SIGKILL")),
  };
}

/** Runs a command of `zoom-mock` that goes on until it is stopped. */
export function runCli(args: readonly string[], env: Record<string, string> = {}) {
  const launched = launch(args, env);
  const stop = (signal: NodeJS.Signals) => {
    launched.child.kill(signal);
    return launched.finished;
  };
  return { ...launched, stop, [Symbol.asyncDispose]: async () => void (await stop("SIGKILL")) };
}

function launch(args: readonly string[], env: Record<string, string>, cwd?: string) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("ZOOM_MOCK_")));
  const child = spawn(process.execPath, [MAIN, ...args], { env: { ...inherited, NO_COLOR: "1", ...env }, cwd });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const finished = new Promise<Finished>((resolve) => {
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
  const output = () => stdout + stderr;
  const printed = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => pattern.test(output()) && resolve();
      child.stdout.on("data", look);
      child.stderr.on("data", look);
      finished.then(() =>
        pattern.test(output()) ? resolve() : reject(new Error(`It ended without ${pattern}:\n${output()}`)),
      );
      look();
    });
  return { child, finished, output, printed };
}
