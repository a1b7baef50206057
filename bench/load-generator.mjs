import net from "node:net";
import { ID_OFFSET, requestBytes } from "./request-bytes.mjs";
import { meetingId } from "./world.mjs";

/**
 * A process of its own that sends requests whose bytes are ready beforehand, one at a time on each connection, and
 * checks the status of every answer. Plain sockets, because an HTTP client would need more CPU than the fastest server.
 *
 * It obeys `open`, `send` and `close`, and answers each with `{ done: true }` or `{ failed }`.
 */

const CONNECTIONS = 32;
const ACCEPTED = Buffer.from("HTTP/1.1 204 ");
const END_OF_HEAD = Buffer.from("\r\n\r\n");
/** Coprime to the sizes of the worlds: walks through all ids without an order that a cache would like. */
const STRIDE = 7_919;

/** @type {net.Socket[]} */
let sockets = [];
/** Runs for every answer, with the socket that is free again. @type {(socket: net.Socket) => void} */
let onAnswer = () => {};
/** @type {(error: Error) => void} */
let onFailure = () => {};
let sequence = 0;

/** @param {net.Socket} socket */
function listenForAnswers(socket) {
  /** @type {Buffer} */
  let head = Buffer.alloc(0);
  socket.on("data", (chunk) => {
    head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
    // A 204 has no body: the end of its head is the end of it.
    if (!head.subarray(-END_OF_HEAD.length).equals(END_OF_HEAD) && head.indexOf(END_OF_HEAD) < 0) return;
    if (!head.subarray(0, ACCEPTED.length).equals(ACCEPTED)) return onFailure(new Error(`Not a 204: ${head}`));
    head = Buffer.alloc(0);
    onAnswer(socket);
  });
  socket.on("error", (error) => onFailure(error));
  socket.on("close", () => onFailure(new Error("The server closed a connection.")));
}

/** @param {{ port: number }} order */
async function open({ port }) {
  sockets = await Promise.all(
    Array.from(
      { length: CONNECTIONS },
      () =>
        new Promise((resolve, reject) => {
          const socket = net.connect({ port, host: "127.0.0.1", noDelay: true }, () => resolve(socket));
          socket.once("error", reject);
        }),
    ),
  );
  sockets.forEach(listenForAnswers);
}

/** @param {{ requests: number, meetings: number }} order */
function send({ requests, meetings }) {
  // One pair of buffers for each connection: they are free again when the answer is there.
  const buffers = new Map(sockets.map((socket) => [socket, [requestBytes("start"), requestBytes("stop")]]));
  return new Promise((resolve, reject) => {
    let sent = 0;
    let answered = 0;
    const sendNext = (/** @type {net.Socket} */ socket) => {
      const bytes = buffers.get(socket)?.[sequence & 1] ?? Buffer.alloc(0);
      bytes.write(meetingId(((sequence >> 1) * STRIDE) % meetings), ID_OFFSET, "latin1");
      sequence += 1;
      sent += 1;
      socket.write(bytes);
    };
    onFailure = reject;
    onAnswer = (socket) => {
      answered += 1;
      if (sent < requests) sendNext(socket);
      else if (answered === sent) resolve(undefined);
    };
    for (const socket of sockets.slice(0, requests)) sendNext(socket);
  });
}

async function close() {
  onFailure = () => {};
  for (const socket of sockets) socket.destroy();
  sockets = [];
}

const obey = { open, send, close };

process.on("message", async (/** @type {any} */ order) => {
  try {
    await obey[/** @type {keyof typeof obey} */ (order.do)](order);
    process.send?.({ done: true });
  } catch (error) {
    process.send?.({ failed: String(error) });
  }
});
process.once("disconnect", () => process.exit());
process.send?.({ ready: true });
