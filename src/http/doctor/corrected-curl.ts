import type { BodyFields } from "../../operations/body-fields.js";
import type { JsonObject } from "../../operations/operation.js";
import { UNIVERSE_HEADER } from "../../simulator/universes.js";
import { JSON_TYPE, MULTIPART, URLENCODED } from "../media-type.js";
import { isObject } from "./json-body.js";

/** What a corrected request needs to know of the one that was sent. */
export interface SentTo {
  readonly method: string;
  readonly url: string;
  /** The universe that a header named. */
  readonly universe: string | readonly string[] | undefined;
  /** The types that Zoom lists, in its order. */
  readonly contentTypes: readonly string[];
  /** The type that was sent. */
  readonly type: string | undefined;
  /** A body of the operation, for what could not be read. */
  readonly sample: JsonObject;
}

/** A curl line that says what was meant, as far as it was understood; the rest is a sample. */
export function correctedCurl(
  { method, url, universe, contentTypes, type, sample }: SentTo,
  value: unknown,
  fields: BodyFields,
): string {
  const understood = meant(value, fields);
  const body = understood ?? sample;
  const fieldsBy = (flag: string) =>
    Object.entries(body).map(([name, field]) => `${flag} ${quoted(`${name}=${asText(field)}`)}`);
  // Only OAuth's operations list this type; they ask for the app's credentials.
  const asApp = contentTypes.includes(URLENCODED);
  const asForm = type === MULTIPART && contentTypes.includes(MULTIPART);
  const asJsonBody = [`-H ${quoted(`Content-Type: ${JSON_TYPE}`)}`, `-d ${quoted(asJson(body))}`];
  const written = asApp ? fieldsBy("--data-urlencode") : asForm ? fieldsBy("--form-string") : asJsonBody;
  const authorization = asApp ? "-u '<client id>:<client secret>'" : "-H 'Authorization: Bearer <token>'";
  const named = universe === undefined ? [] : [`-H ${quoted(`${UNIVERSE_HEADER}: ${universe}`)}`];
  const line = ["curl", `-X ${method}`, authorization, ...named, ...written, quoted(url)].join(" ");
  return understood ? line : `${line} # a sample: what was meant could not be read`;
}

/** The known fields that were understood, or nothing when there is none. */
function meant(value: unknown, fields: BodyFields): Record<string, unknown> | undefined {
  const body = isObject(value) ? knownOf(value, fields) : {};
  return Object.keys(body).length > 0 ? body : undefined;
}

/** The known fields at every depth; one that should hold an object but does not is left out. */
function knownOf(value: Record<string, unknown>, fields: BodyFields): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  for (const [name, members] of fields) {
    const field = value[name];
    if (field === undefined) continue;
    if (!members) known[name] = field;
    else if (isObject(field)) known[name] = knownOf(field, members);
  }
  return known;
}

const asText = (field: unknown): string => (typeof field === "string" ? field : asJson(field));

/** JSON in ASCII, so that a header and any terminal can carry it. */
const asJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u0080-\uffff]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** For a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
