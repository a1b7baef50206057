import type { RequestHandler, Response } from "express";
import { type ControlHost, ZoomMockControlError } from "../control/command.js";
import type { FeedEntry } from "../simulator/feed.js";
import { EVENT_STREAM, streamedEvent } from "../text/event-stream.js";
import { namedUniverse } from "./select-universe.js";

/** How often something is sent when nothing happens, so that neither side takes the connection for dead. */
const HEARTBEAT_MS = 15_000;

/** How many bytes may wait for a reader that does not keep up; the kernel holds some more. */
const MOST_WAITING = 1_048_576;

/** All that happens in a universe, as server-sent events, for clients that ask for these. */
export function eventStream(host: ControlHost): RequestHandler {
  return (req, res, next) => {
    if (!NAMES_EVENT_STREAM.test(req.headers.accept ?? "")) return next();
    const [query] = Object.keys(req.query);
    if (query !== undefined) throw new ZoomMockControlError(400, `${FAILED}: it takes no ${query}. Leave it out.`);
    const after = positionOf(req.headers["last-event-id"]);
    const { feed } = namedUniverse(host.universes, req, res) ?? host.universe;
    res.writeHead(200, { "content-type": EVENT_STREAM, "cache-control": "no-store", "x-accel-buffering": "no" });
    res.write(":\n\n");
    const heartbeat = setInterval(() => write(res, ":\n\n"), HEARTBEAT_MS).unref();
    const tell = (entry: FeedEntry) => write(res, streamedEvent(entry, JSON.stringify(entry)));
    const unsubscribe = feed.subscribe({ tell, end: () => void res.end() }, after);
    res.on("close", () => {
      clearInterval(heartbeat);
      unsubscribe();
    });
  };
}

const NAMES_EVENT_STREAM = /\btext\/event-stream\b/i;

const FAILED = "Failed to stream the events";

/** The id behind which a client that was cut off goes on. */
function positionOf(lastEventId: string | readonly string[] | undefined): number | undefined {
  if (lastEventId === undefined || lastEventId === "") return undefined;
  if (/^\d{1,15}$/.test(String(lastEventId))) return Number(lastEventId);
  throw new ZoomMockControlError(
    400,
    `${FAILED}: Last-Event-ID is ${JSON.stringify(lastEventId)}. Send the id of an entry, a whole number.`,
  );
}

/** What a reader does not take is not collected for it: it is cut off, and may go on behind the last id that it has. */
function write(res: Response, text: string): void {
  if (res.destroyed || res.writableEnded) return;
  if (res.writableLength > MOST_WAITING) res.destroy();
  else res.write(text);
}
