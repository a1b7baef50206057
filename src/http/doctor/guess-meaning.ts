import type { BodyFields } from "../../operations/body-fields.js";
import { readMultipart } from "../multipart.js";
import { understandForm } from "./form-fields.js";
import { understandJson } from "./json-body.js";

/**
 * What the sender of a body probably meant, whatever the header says: for the corrected curl line only, never for an
 * answer. `undefined` when nothing can be made of it.
 */
export async function guessMeaning(raw: Buffer, fields: BodyFields): Promise<unknown> {
  const text = raw.subarray(0, 1000).toString("latin1");
  if (/^\s*\{/.test(text)) return understandJson(raw, fields).value;
  const boundary = /^--(\S+)\r\n/.exec(text)?.[1];
  if (boundary === undefined) return undefined;
  const parts = await readMultipart(raw, `multipart/form-data; boundary="${boundary}"`).catch(() => []);
  return understandForm(parts, fields).value;
}
