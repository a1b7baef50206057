import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { pinned } from "./machine.mjs";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const children = new Set();

// Whatever ends the bench, nothing of it stays behind.
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.on(signal, () => process.exit(130));

/**
 * Sees to it that a process ends with the bench.
 *
 * @template {ChildProcess} Child
 * @param {Child} child
 */
export function keep(child) {
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

/** Long enough for a world of a million meetings to be loaded. */
const LONGEST_ANSWER_MS = 120_000;

/**
 * Starts one of the bench's own scripts on the core of its role, and waits until it is ready.
 *
 * @param {"server" | "generator"} role
 * @param {string} script Relative to this folder.
 * @param {readonly string[]} [args]
 * @param {readonly string[]} [flags] For node.
 */
async function start(role, script, args = [], flags = []) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const [command = "", ...rest] = [...pinned(role), process.execPath, ...flags, file, ...args];
  const child = keep(spawn(command, rest, { stdio: ["ignore", "inherit", "inherit", "ipc"] }));
  const hello = await answerOf(child, script);
  const ask = (/** @type {import("node:child_process").Serializable} */ order) => {
    child.send(order);
    return answerOf(child, script);
  };
  return { hello, ask, stop: () => void child.kill("SIGKILL") };
}

/** The next message, or a rejection when none comes. @param {ChildProcess} child @param {string} name @returns {Promise<any>} */
function answerOf(child, name) {
  return new Promise((resolve, reject) => {
    const onMessage = (/** @type {unknown} */ message) => settle(() => resolve(message));
    const onEnd = (/** @type {unknown} */ code, /** @type {unknown} */ signal) =>
      settle(() => reject(new Error(`${name} ended before it answered: ${signal ?? code}.`)));
    const timer = setTimeout(
      () => settle(() => reject(new Error(`${name} did not answer within ${LONGEST_ANSWER_MS / 1000} s.`))),
      LONGEST_ANSWER_MS,
    );
    child.once("message", onMessage).once("exit", onEnd).once("error", onEnd);
    const settle = (/** @type {() => void} */ how) => {
      clearTimeout(timer);
      child.off("message", onMessage).off("exit", onEnd).off("error", onEnd);
      how();
    };
  });
}

/** @typedef {"zoom-mock" | "express-multer" | "node-http"} ServerName */
/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */

/**
 * A server that tells what it uses.
 *
 * @param {ServerName} name
 * @param {number} meetings In its world, if it has one.
 * @param {readonly string[]} [flags] For node.
 */
export async function startServer(name, meetings, flags = []) {
  const { hello, ask, stop } = await start("server", `servers/${name}.mjs`, [String(meetings)], flags);
  return {
    /** @type {number} */
    port: hello.port,
    /** µs of CPU and bytes of memory. @returns {Promise<{ cpu: number, rss: number }>} */
    usage: () => ask("usage"),
    /** Bytes that are still held after a garbage collection. @returns {Promise<number>} */
    held: () => ask("held"),
    /** Empties what it has recorded. */
    prepare: () => ask("prepare"),
    stop,
  };
}

/** @typedef {Awaited<ReturnType<typeof startGenerator>>} Generator */

/** The process that sends the load. */
export async function startGenerator() {
  const { ask, stop } = await start("generator", "load-generator.mjs");
  const order = async (/** @type {{ do: string, [detail: string]: string | number }} */ what) => {
    const { failed } = await ask(what);
    if (failed) throw new Error(failed);
  };
  return {
    /** @param {number} port */
    open: (port) => order({ do: "open", port }),
    /** Requests over the open connections, spread over so many meetings. @param {number} requests @param {number} meetings */
    send: (requests, meetings) => order({ do: "send", requests, meetings }),
    close: () => order({ do: "close" }),
    stop,
  };
}
