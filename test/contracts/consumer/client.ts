import { jsonText, type LiveStreamStatusRequest } from "../../../src/pact.js";

/** What a client is told to send. */
export interface Message {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `settings` as JSON. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What a client makes of the answer. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

export type Client = (message: Message) => Promise<Answer>;

/** The message that a request of the kit describes by its examples. */
export function messageTo(url: string, method: string, request: LiveStreamStatusRequest): Message {
  const { action, settings, token = "a-client's-own" } = request;
  return {
    url,
    method,
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    fields: { ...(action && { action }), ...(settings && { settings: jsonText(settings).value }) },
  };
}

/** The same as a JSON body. */
export const jsonOf = ({ fields: { settings, ...rest } }: Message): string =>
  JSON.stringify({ ...rest, ...(settings !== undefined && { settings: JSON.parse(settings) }) });
