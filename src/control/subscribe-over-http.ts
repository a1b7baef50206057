import type { FeedEntry } from "../simulator/feed.js";
import { createEventReader, EVENT_STREAM } from "../text/event-stream.js";
import { contained, type SubscribeOptions } from "./subscription.js";

/** Opens the event stream of a mock. Rejects when there is none. */
type OpenStream = (
  signal: AbortSignal,
  headers: Readonly<Record<string, string>>,
) => Promise<AsyncIterable<Uint8Array>>;

/** Reads the event stream of a mock until it is ended from here or from there. */
export async function subscribeOverHttp(
  open: OpenStream,
  listener: (entry: FeedEntry) => void,
  { after, onEnd }: SubscribeOptions,
): Promise<() => void> {
  const { signal, abort } = stopper();
  const position = after === undefined ? {} : { "last-event-id": String(after) };
  const stream = await open(signal, { accept: EVENT_STREAM, ...position });
  const tell = contained(listener);
  const ended = () => void (signal.aborted || onEnd?.());
  // A connection that breaks is an end like any other.
  readEntries(stream, (entry) => signal.aborted || tell(entry)).then(ended, ended);
  return abort;
}

async function readEntries(stream: AsyncIterable<Uint8Array>, tell: (entry: FeedEntry) => void): Promise<void> {
  const read = createEventReader();
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    for (const data of read(decoder.decode(chunk, { stream: true }))) tell(JSON.parse(data));
  }
}

function stopper(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
