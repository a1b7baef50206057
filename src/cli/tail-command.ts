import { setTimeout as pause } from "node:timers/promises";
import type { Command } from "commander";
import { type FeedEntry, type SubscribeOptions, ZoomMockControlError } from "../index.js";
import { addRunningMockFlags, type RunningMockFlags, runningMock } from "./running-mock.js";
import { tailLine } from "./tail-line.js";

interface TailFlags extends RunningMockFlags {
  readonly operation?: string;
  readonly outcome?: string;
  readonly json?: boolean;
  readonly follow?: boolean;
}

/** How long `--follow` waits before it looks again whether there is a mock. */
const RETRY_MS = 500;

/** `zoom-mock tail`: what happens in a running mock, until Ctrl-C. */
export function tailCommand(command: Command): Command {
  return addRunningMockFlags(command, "where it runs; with /u/<id> for a universe")
    .name("tail")
    .description("Print what happens in a running mock, one line each, until Ctrl-C; exits with 1 when it goes away.")
    .option("--operation <id>", "only requests of this operation, for example meetingLiveStreamStatusUpdate")
    .option("--outcome <name>", "only requests that ended so, for example startThrottled")
    .option("--json", "each as JSON")
    .option("--follow", "wait for a mock that is not there, and go on when one is back")
    .action(tail);
}

async function tail(flags: TailFlags, command: Command): Promise<void> {
  const { url, follow = false } = flags;
  // Here and not where the flag is read, because the default comes from a variable too.
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    command.error(`error: "${url}" is no URL. Give one like http://127.0.0.1:4010.`, { exitCode: 2 });
  }
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  // `zoom-mock tail | head` has read what it wants.
  process.stdout.once("error", () => stop.abort());
  let last: number | undefined;
  const print = printer(flags);
  const tell = (entry: FeedEntry) => {
    last = entry.id;
    print(entry);
  };
  for (let isWaiting = false; !stop.signal.aborted; isWaiting = true) {
    const begun = () => console.error(`Following zoom-mock at ${url}.`);
    const lost = await following(flags, tell, { ...(last !== undefined && { after: last }) }, begun, stop.signal).catch(
      (error: Error) => error,
    );
    if (stop.signal.aborted) return;
    if (lost && !(follow && isAbsence(lost))) throw lost;
    if (!follow)
      throw new Error(`Failed to go on: the zoom-mock at ${url} went away. With --follow, tail waits for it.`);
    if (!lost || !isWaiting) console.error(`Waiting for a zoom-mock at ${url}; Ctrl-C ends this.`);
    await pause(RETRY_MS, undefined, { signal: stop.signal }).catch(() => {});
  }
}

/** Resolves when it has ended, from here or from there; rejects when it cannot begin. */
async function following(
  flags: TailFlags,
  tell: (entry: FeedEntry) => void,
  options: SubscribeOptions,
  begun: () => void,
  signal: AbortSignal,
): Promise<undefined> {
  const zoom = runningMock(flags);
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  signal.addEventListener("abort", end);
  const unsubscribe = await zoom.events.subscribe(tell, { ...options, onEnd: end });
  begun();
  if (!signal.aborted) await ended;
  signal.removeEventListener("abort", end);
  unsubscribe();
}

/** What is there but refuses will not change its mind. */
const isAbsence = (error: Error): boolean => error instanceof ZoomMockControlError && error.status === 0;

/** Prints what is wanted: whoever asks for an operation or an outcome asks for requests. */
function printer({ operation, outcome, json }: TailFlags): (entry: FeedEntry) => void {
  const isColoured = process.stdout.isTTY && process.stdout.hasColors();
  const isAll = operation === undefined && outcome === undefined;
  return (entry) => {
    const isWanted =
      entry.type === "request" &&
      (operation === undefined || entry.data.operation === operation) &&
      (outcome === undefined || entry.data.outcome === outcome);
    if (isAll || isWanted) console.log(json ? JSON.stringify(entry) : tailLine(entry, isColoured));
  };
}
