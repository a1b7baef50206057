import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { JournalEntry, WebhookDelivery } from "../../../src/index.js";
import { temporaryFolder } from "../../support/folder.js";
import type { Client } from "./client.js";

const run = promisify(execFile);
const MAIN = fileURLToPath(new URL("../../../dist/cli/main.js", import.meta.url));
const OBSERVER = fileURLToPath(new URL("observe.mjs", import.meta.url));

/** What a client printed, and what the mock saw of it. */
export interface ClientRun {
  readonly lines: readonly string[];
  readonly requests: readonly JournalEntry[];
  readonly deliveries: readonly WebhookDelivery[];
}

/** How a client is run. */
export interface RunOptions {
  /** Of `zoom-mock exec`. */
  readonly flags: readonly string[];
  /** Variables that `zoom-mock exec` sets and that the client gets another value of, or does not get. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly without?: readonly string[];
  /**
   * Milliseconds after which it has failed.
   * @default 120_000
   */
  readonly timeout?: number;
}

/** The version of what runs a client; `undefined` where that is not on this machine. */
export async function versionOf({ version }: Client): Promise<string | undefined> {
  if ("package" in version) {
    const file = new URL(`../../../node_modules/${version.package}/package.json`, import.meta.url);
    return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
  }
  const [program = "", ...args] = version.command;
  const printed = await run(program, args).catch(() => ({ stdout: "" }));
  return new RegExp(version.pattern).exec(printed.stdout)?.[1];
}

/** Compiles a client where it has to be, and runs it by `zoom-mock exec` to its end; it throws where it fails. */
export async function runClient(
  client: Client,
  { flags, environment = {}, without = [], timeout = 120_000 }: RunOptions,
): Promise<ClientRun> {
  using folder = temporaryFolder();
  const port = String(await freePort());
  const filled = (part: string) => part.replaceAll("{temporary}", folder.path).replaceAll("{port}", port);
  const options = { cwd: client.folder, env: cleanEnvironment(), timeout };
  if (client.compile) {
    const [program = "", ...args] = client.compile.map(filled);
    await run(program, args, options);
  }
  const report = `${folder.path}/report.json`;
  const plan = {
    command: client.run.map(filled),
    environment: mapped({ ...client.environment, ...environment }, filled),
    without,
    until: client.receives && client.runs[0]?.prints.at(-1),
    report,
  };
  const exec = [MAIN, "exec", ...STILL, ...flags.map(filled), "--", process.execPath, OBSERVER, JSON.stringify(plan)];
  const { stdout } = await run(process.execPath, exec, options);
  return { lines: stdout.split(/\r?\n/), ...(JSON.parse(readFileSync(report, "utf8")) as Omit<ClientRun, "lines">) };
}

/** Of the texts those that lines hold, each in a line behind that of the one before. */
export function inOrder(lines: readonly string[], texts: readonly string[]): string[] {
  let from = 0;
  return texts.filter((text) => {
    const index = lines.findIndex((line, at) => at >= from && line.includes(text));
    if (index >= 0) from = index + 1;
    return index >= 0;
  });
}

/** On a machine with much to do a second passes between two requests: the wait would be another. */
const STILL = ["--frozen-at", "2026-01-31T12:00:00Z"];

/** That of the tests, without what is meant for them, and without the folder of certificates that curl prefers to a file. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(ZOOM_|VITEST|NODE_OPTIONS|NODE_V8_COVERAGE|SSL_CERT_DIR)/.test(name),
    ),
  );
}

const mapped = (values: Readonly<Record<string, string>>, change: (value: string) => string) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

/** For a client that is told its port, and whose webhooks are subscribed before it runs. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // listening on a host and port, so not a pipe
  await new Promise((resolve) => server.close(resolve));
  return port;
}
