import { STATUS_CODES } from "node:http";
import type { Response } from "express";
import type { Delivery } from "../simulator/exchange.js";

/** An answer that is ready to be written. */
interface Written {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly body: string | undefined;
}

/** Writes an answer as a fault wants it. What it waits for ends at the latest with the connection. */
export async function deliver(res: Response, answer: Written, { manner, milliseconds }: Delivery): Promise<void> {
  // Whoever has given up meanwhile is no failure of ours.
  res.on("error", () => {});
  if (manner === "slow") return writeSlowly(res, answer, milliseconds);
  await pause(res, milliseconds);
  if (res.destroyed) return;
  switch (manner) {
    case "whole":
      return writeWhole(res, answer);
    case "twice":
      return writeTwice(res, answer);
    case "cut":
      return cutOff(res, answer);
    case "reset":
      return reset(res);
  }
}

/** In how many pieces a slow body comes. */
const PIECES = 10;

async function writeSlowly(res: Response, answer: Written, milliseconds: number): Promise<void> {
  const bytes = Buffer.from(answer.body ?? "");
  if (bytes.length === 0) {
    await pause(res, milliseconds);
    return res.destroyed ? undefined : writeWhole(res, answer);
  }
  res.writeHead(answer.status, answer.headers);
  res.flushHeaders();
  const size = Math.ceil(bytes.length / PIECES);
  for (let from = 0; from < bytes.length; from += size) {
    await pause(res, (milliseconds * size) / bytes.length);
    if (res.destroyed) return;
    res.write(bytes.subarray(from, from + size));
  }
  res.end();
}

function writeWhole(res: Response, { status, headers, body }: Written): void {
  res.writeHead(status, headers);
  res.end(body);
}

/** Both in one piece, so that every client finds the second behind the first. */
function writeTwice(res: Response, answer: Written): void {
  const { socket } = res;
  socket?.cork();
  writeWhole(res, answer);
  socket?.write(asText(answer, res.req.method === "HEAD"));
  socket?.uncork();
}

function asText({ status, headers, body = "" }: Written, withoutBody: boolean): string {
  const all = status === 204 || body !== "" ? headers : { ...headers, "content-length": "0" };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${startOf(status)}${lines.join("")}\r\n${withoutBody ? "" : body}`;
}

const startOf = (status: number) => `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n`;

/** Half of the body and no more; of an answer without one, a part of its head. */
function cutOff(res: Response, { status, headers, body = "" }: Written): void {
  const bytes = Buffer.from(body);
  if (bytes.length > 1 && res.req.method !== "HEAD") {
    res.writeHead(status, headers);
    res.write(bytes.subarray(0, bytes.length / 2), () => reset(res));
  } else if (res.socket) res.socket.write(`${startOf(status)}x-`, () => reset(res));
  else reset(res);
}

/** Ends the connection as a machine does that has forgotten it: with RST, where the connection is of TCP. */
function reset(res: Response): void {
  const { socket } = res;
  try {
    if (socket) socket.resetAndDestroy();
    else res.destroy();
  } catch {
    socket?.destroy();
  }
}

/** Waits in real time, no longer than the connection lasts. */
function pause(res: Response, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    if (milliseconds === 0 || res.destroyed) return resolve();
    const timer = setTimeout(done, milliseconds);
    res.once("close", done);
    function done() {
      clearTimeout(timer);
      res.off("close", done);
      resolve();
    }
  });
}
