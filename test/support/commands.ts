import { deviations } from "./contract.js";

/** What a client may want to say; wrong values included. */
export interface Command {
  readonly [name: string]: unknown;
  readonly action?: unknown;
  readonly settings?: unknown;
}

/** The two ways in which clients write a command. */
export const ENCODINGS = ["multipart", "json"] as const;
export type CommandEncoding = (typeof ENCODINGS)[number];

/**
 * Sends a command to a live stream. `path` is `meetings/{id}` or `webinars/{id}`. An answer that breaks the OpenAPI
 * document throws, so that every test that sends something tests the contract too.
 */
export async function send(
  url: string,
  path: string,
  command: Command,
  encoding: CommandEncoding = "json",
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = encoding === "json" ? JSON.stringify(command) : form(command);
  const target = `/v2/${path}/livestream/status`;
  const response = await fetch(url + target, {
    method: "PATCH",
    headers: {
      authorization: "Bearer test",
      accept: "application/json",
      ...(encoding === "json" && { "content-type": "application/json" }),
      ...headers,
    },
    body,
  });
  await assertContract(target, response.clone());
  return response;
}

/** Throws when an answer breaks the OpenAPI document. Answers by a profile of a test's own follow none. */
export async function assertContract(path: string, response: Response, method = "PATCH"): Promise<void> {
  const headers = Object.fromEntries(response.headers);
  if (!/^(refused|profile=(2021|2025),)/.test(headers["x-zoom-mock"] ?? "")) return;
  const broken = await deviations(method, path, { status: response.status, headers, body: await response.text() });
  if (broken.length > 0) throw new Error(`The answer breaks contracts/openapi.json: ${broken.join("; ")}`);
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
