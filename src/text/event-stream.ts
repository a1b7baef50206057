/** What the media type of server-sent events is called. */
export const EVENT_STREAM = "text/event-stream";

/** One message of an event stream, as the HTML standard writes it (section 9.2). */
export const streamedEvent = ({ id, type }: { readonly id: number; readonly type: string }, data: string): string =>
  `id: ${id}\nevent: ${type}\ndata: ${data}\n\n`;

/**
 * Reads an event stream that comes in pieces, wherever it is cut.
 *
 * @returns A function that takes the next piece, and gives the data of the messages that are complete by it.
 */
export function createEventReader(): (piece: string) => string[] {
  let rest = "";
  let data: string[] = [];
  return (piece) => {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    const messages: string[] = [];
    for (const line of lines.map(withoutReturn)) {
      const [, value] = /^data: ?(.*)$/s.exec(line) ?? [];
      if (value !== undefined) data.push(value);
      if (line !== "" || data.length === 0) continue;
      messages.push(data.join("\n"));
      data = [];
    }
    return messages;
  };
}

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);
