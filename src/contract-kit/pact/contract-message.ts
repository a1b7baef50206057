import { jsonText } from "./live-stream-settings.js";
import type { LiveStreamStatusRequest } from "./livestream-status.js";
import { exampleOf } from "./matcher.js";
import type { RequestParts } from "./request-parts.js";

/** What a client has to send to keep its side of a contract. */
export interface ContractMessage {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Without the content type, which a client adds as it writes the body. */
  readonly headers: Readonly<Record<string, string>>;
  /** The fields of a form, or the document that is sent as JSON. */
  readonly body?:
    | { readonly encoding: "json"; readonly content: unknown }
    | { readonly encoding: "multipart" | "urlencoded"; readonly content: Readonly<Record<string, string>> };
}

/** The message of a request by its examples. */
export const messageOf = ({ method, path, query, headers, body }: RequestParts): ContractMessage => ({
  method,
  path,
  query: exampleOf(query) as Record<string, string>,
  headers: exampleOf(headers) as Record<string, string>,
  ...(body && { body: { ...body, content: exampleOf(body.content) } as NonNullable<ContractMessage["body"]> }),
});

/** The message of a command to a live stream, in one of its two encodings. */
export function commandMessage(
  request: LiveStreamStatusRequest,
  [method, path]: readonly [method: string, path: string, ...rest: unknown[]],
  encoding: "json" | "multipart",
): ContractMessage {
  const { action, settings, token = "test-token" } = request;
  const fields = {
    ...(action !== undefined && { action }),
    ...(settings && { settings: jsonText(settings).value }),
  };
  const document = { ...fields, ...(fields.settings !== undefined && { settings: JSON.parse(fields.settings) }) };
  return {
    method,
    path,
    query: {},
    headers: token === null ? {} : { Authorization: `Bearer ${token}` },
    body: encoding === "json" ? { encoding, content: document } : { encoding, content: fields },
  };
}
