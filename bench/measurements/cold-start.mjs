import { spawn } from "node:child_process";
import net from "node:net";
import { fileURLToPath } from "node:url";
import { keep } from "../child-processes.mjs";
import { judged, ratio, table, whole } from "../markdown.mjs";
import { median } from "../median.mjs";
import { requestBytes } from "../request-bytes.mjs";

const TARGET = 1.5;
const LONGEST_START_MS = 20_000;

const file = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const EXPRESS = [file("../servers/express-multer.mjs")];
const ZOOM_MOCK = [file("../../dist/cli/main.js"), "start", "--port", "0", "--log", "silent"];
/** A meeting of the scenario that the command line starts with. */
const MEETING = "68423085";

/** From starting the process to its first 204. @type {import("../run.mjs").Measurement} */
export async function coldStart({ scale }) {
  /** @type {number[]} */
  const base = [];
  /** @type {number[]} */
  const own = [];
  // The first of each fills the file cache.
  for (let round = -1; round < scale(15); round += 1) {
    const [express, zoomMock] = [await timeToFirstAnswer(EXPRESS), await timeToFirstAnswer(ZOOM_MOCK)];
    if (round < 0) continue;
    base.push(express);
    own.push(zoomMock);
  }
  const against = median(own.map((time, round) => time / (base[round] ?? Number.NaN)));
  const reached = against <= TARGET;
  return {
    title: "Cold start",
    text: table(
      ["from starting the process to its first 204", "ms", "against express + multer", "target"],
      [
        ["express 5 + multer", whole(median(base)), ratio(1), ""],
        ["zoom-mock start", whole(median(own)), ratio(against), judged(`at most ${ratio(TARGET)}`, reached)],
      ],
    ),
    reached,
  };
}

/** @param {readonly string[]} args @returns {Promise<number>} Milliseconds. */
function timeToFirstAnswer(args) {
  const start = performance.now();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const child = keep(spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] }));
  return new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => reject(new Error(`Failed to start ${args[0]}: ${why}`));
    timer = setTimeout(fail, LONGEST_START_MS, `no answer within ${LONGEST_START_MS / 1000} s.`);
    let printed = "";
    child.stdout.on("data", function listen(/** @type {Buffer} */ chunk) {
      printed += chunk;
      const [, port] = /http:\/\/127\.0\.0\.1:(\d+)/.exec(printed) ?? [];
      if (port === undefined) return;
      child.stdout.off("data", listen).resume();
      firstStatus(Number(port)).then((status) => {
        if (status !== "204") return fail(`it answered ${status}.`);
        resolve(performance.now() - start);
      }, reject);
    });
    child.once("exit", () => fail("it ended."));
    child.once("error", reject);
  }).finally(() => {
    clearTimeout(timer);
    child.kill("SIGKILL");
  });
}

/** Sends one request and gives the status of its answer. @param {number} port @returns {Promise<string | undefined>} */
function firstStatus(port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: "127.0.0.1" }, () => socket.write(requestBytes("start", MEETING)));
    socket.once("data", (chunk) => {
      socket.destroy();
      resolve(chunk.toString("latin1").split(" ", 2)[1]);
    });
    socket.once("error", reject);
  });
}
