import type { Part } from "./multipart.js";

/** What a client writes in front of every text field, to the letter. */
const HEAD = 'Content-Disposition: form-data; name="';

/** Longer forms, and forms of more parts, are no simple ones. */
const LONGEST = 4096;
const MOST_PARTS = 10;

/**
 * Reads the form that clients send nearly always: a few plain text fields, each with nothing but its name. It costs a
 * tenth of a parser for every form. What is written in any other way is left to multer: then `undefined`.
 */
export function readSimpleForm(raw: Buffer, boundary: string): readonly Part[] | undefined {
  if (raw.length > LONGEST) return undefined;
  const text = raw.toString("utf8");
  const delimiter = `--${boundary}`;
  // A replacement character stands for bytes that are not UTF-8.
  if (!text.startsWith(`${delimiter}\r\n`) || text.includes("\uFFFD")) return undefined;
  const parts: Part[] = [];
  let position = delimiter.length + 2;
  while (parts.length < MOST_PARTS && text.startsWith(HEAD, position)) {
    const nameStart = position + HEAD.length;
    const nameEnd = text.indexOf('"\r\n\r\n', nameStart);
    const name = text.slice(nameStart, nameEnd);
    const valueStart = nameEnd + 5;
    const valueEnd = text.indexOf(`\r\n${delimiter}`, valueStart);
    // A delimiter right behind the head ends the part there, before it has a value.
    if (text.startsWith(delimiter, valueStart)) return undefined;
    if (nameEnd < 0 || valueEnd < 0 || !/^\w{1,40}$/.test(name)) return undefined;
    parts.push({ name, value: text.slice(valueStart, valueEnd), isFile: false, type: undefined });
    position = valueEnd + 2 + delimiter.length;
    if (/^--(\r\n)?$/.test(text.slice(position, position + 5))) return parts;
    if (!text.startsWith("\r\n", position)) return undefined;
    position += 2;
  }
  return undefined;
}
