import type { ContractMessage } from "../../../src/pact.js";

/** What a client is told to send, with the base URL and the query in it. */
export interface Message {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ContractMessage["body"];
}

/** What a client makes of the answer. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

export type Client = (message: Message) => Promise<Answer>;

/** The message of a case, sent to a base URL with the client's own token. */
export function messageTo(base: string, { method, path, query, headers, body }: ContractMessage): Message {
  const search = new URLSearchParams(query).toString();
  const { Authorization: authorization, ...rest } = headers;
  const own = authorization === "Bearer test-token" ? "Bearer a-client's-own" : authorization;
  return {
    url: base + path + (search && `?${search}`),
    method,
    headers: { ...rest, ...(own !== undefined && { authorization: own }) },
    body,
  };
}

/** The fields of a form. */
export const fieldsOf = ({ body }: Message): Readonly<Record<string, string>> =>
  body === undefined || body.encoding === "json" ? {} : body.content;

/** What is sent besides the headers: nothing, JSON, or the fields of a form one after the other. */
export function written({ body }: Message): { readonly type?: string; readonly text?: string } {
  if (body === undefined) return {};
  return body.encoding === "json"
    ? { type: "application/json", text: JSON.stringify(body.content) }
    : { type: "application/x-www-form-urlencoded", text: new URLSearchParams(body.content).toString() };
}
