import type { BodyFields } from "../../operations/body-fields.js";
import { JSON_TYPE, MULTIPART } from "../media-type.js";
import { isObject } from "./json-body.js";

/** What a corrected request needs to know of the one that was sent. */
export interface SentTo {
  readonly method: string;
  readonly url: string;
  /** The types that Zoom lists, in its order. */
  readonly contentTypes: readonly string[];
  /** The type that was sent. */
  readonly type: string | undefined;
}

/** A curl line that says what was meant, as far as it was understood; the rest is a sample. */
export function correctedCurl({ method, url, contentTypes, type }: SentTo, value: unknown, fields: BodyFields): string {
  const body = meant(value, fields);
  const asForm = type === MULTIPART && contentTypes.includes(MULTIPART);
  const written = asForm
    ? Object.entries(body).map(([name, field]) => `--form-string ${quoted(`${name}=${asText(field)}`)}`)
    : [`-H ${quoted(`Content-Type: ${JSON_TYPE}`)}`, `-d ${quoted(JSON.stringify(body))}`];
  return ["curl", `-X ${method}`, "-H 'Authorization: Bearer <token>'", ...written, quoted(url)].join(" ");
}

/** The known fields and members that were understood; a field that should hold an object but does not is left out. */
function meant(value: unknown, fields: BodyFields): Record<string, unknown> {
  const understood = isObject(value) ? value : {};
  const body: Record<string, unknown> = {};
  for (const [name, members] of fields) {
    const field = understood[name];
    if (!members && typeof field === "string") body[name] = field;
    if (members && isObject(field)) {
      body[name] = Object.fromEntries(Object.entries(field).filter(([member]) => members.has(member)));
    }
  }
  return Object.keys(body).length > 0 ? body : SAMPLE;
}

const SAMPLE = { action: "start", settings: { active_speaker_name: false, display_name: "My stream" } };

const asText = (field: unknown): string => (typeof field === "string" ? field : JSON.stringify(field));

/** For a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
