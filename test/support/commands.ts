/** What a client may want to say; wrong values included. */
export interface Command {
  readonly [name: string]: unknown;
  readonly action?: unknown;
  readonly settings?: unknown;
}

/** The two ways in which clients write a command. */
export const ENCODINGS = ["multipart", "json"] as const;
export type CommandEncoding = (typeof ENCODINGS)[number];

/** Sends a command to a live stream. `path` is `meetings/{id}` or `webinars/{id}`. */
export function send(
  url: string,
  path: string,
  command: Command,
  encoding: CommandEncoding = "json",
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = encoding === "json" ? JSON.stringify(command) : form(command);
  return fetch(`${url}/v2/${path}/livestream/status`, {
    method: "PATCH",
    headers: {
      authorization: "Bearer test",
      accept: "application/json",
      ...(encoding === "json" && { "content-type": "application/json" }),
      ...headers,
    },
    body,
  });
}

/** The form that the seeds describe: each field is text, `settings` is JSON. */
function form(command: Command): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(command)) {
    data.append(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  return data;
}

/** What a test compares of an answer. */
export async function answerOf(response: Response): Promise<{ status: number; body: unknown }> {
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}
