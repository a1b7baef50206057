import type { ChildProcess } from "node:child_process";
import type { Command } from "commander";
import { environmentFor, refusedRequests, startZoomMock, type ZoomMock } from "../index.js";
import { addDoorFlags, type DoorFlags, doorOptions } from "./door-flags.js";
import { addWorldFlags, type WorldFlags, worldOptions } from "./world-flags.js";

type ExecFlags = WorldFlags & DoorFlags;

/** `zoom-mock exec -- <command>`: runs a command whose calls of Zoom reach a mock of its own. */
export function execCommand(command: Command): Command {
  command
    .name("exec")
    .description("Run a command whose calls of Zoom reach a mock: as it is, with nothing in it changed.")
    .usage("[options] -- <command> [args...]")
    .argument("<command>", "what to run")
    .argument("[args...]", "its arguments")
    .passThroughOptions();
  return addWorldFlags(addDoorFlags(command)).action(exec);
}

async function exec(program: string, args: readonly string[], flags: ExecFlags): Promise<void> {
  const { zoomHost, ...world } = flags;
  const zoom = await startZoomMock({ ...worldOptions(world), ...doorOptions(flags, process.env), https: 0, proxy: 0 });
  try {
    const { variables, dropped } = await environmentFor(zoom, process.env);
    if (dropped.length > 0) {
      console.error(`zoom-mock leaves ${dropped.join(", ")} out of NO_PROXY: Zoom itself would be called.`);
    }
    await run(program, args, variables, zoom);
  } catch (error) {
    await zoom.close();
    throw error;
  }
}

/** Runs the command in the place of this process, which ends as it does. */
async function run(program: string, args: readonly string[], variables: object, zoom: ZoomMock): Promise<void> {
  const { foregroundChild } = await import("foreground-child");
  let failure: NodeJS.ErrnoException | undefined;
  const child = startChild(program, () =>
    foregroundChild(program, [...args], { env: { ...process.env, ...variables } }, async (code, signal) => {
      if (failure) console.error(failedToRun(program, failure).message);
      else if (code !== 0 || signal !== null) await reportRefusals(zoom);
      await zoom.close();
      return failure ? exitCodeOf(failure) : undefined;
    }),
  );
  child.once("error", (error) => {
    failure = error;
  });
  leaveToTerminal(["SIGINT", "SIGQUIT"]);
}

/** Some failures are thrown, others told later; both are the same to whoever named the command. */
function startChild(program: string, start: () => ChildProcess): ChildProcess {
  try {
    return start();
  } catch (error) {
    throw failedToRun(program, error as NodeJS.ErrnoException); // what spawning throws
  }
}

/** A terminal signals the command as well as this process, which then must not pass it on: it would come twice. */
function leaveToTerminal(signals: readonly NodeJS.Signals[]): void {
  if (!process.stdin.isTTY && !process.stdout.isTTY && !process.stderr.isTTY) return;
  for (const signal of signals) process.removeAllListeners(signal).on(signal, () => {});
}

function failedToRun(program: string, { code, message }: NodeJS.ErrnoException): Error {
  const why = { ENOENT: "there is no such command", EACCES: "it may not be run" }[String(code)] ?? message;
  return new Error(`Failed to run ${program}: ${why}. Name a command that is on the PATH, or its file.`);
}

/** As shells exit when they find no command, or one that they may not run. */
const exitCodeOf = ({ code }: NodeJS.ErrnoException): number => (code === "ENOENT" ? 127 : 126);

async function reportRefusals(zoom: ZoomMock): Promise<void> {
  const refused = await refusedRequests(zoom, "this command");
  if (refused !== undefined) console.error(refused);
}
