import { assertContract } from "./commands.js";

/** A request to any operation but the commands to a live stream, which `send` sends. */
export interface RestRequest {
  readonly method: string;
  /** From the root, with the query. */
  readonly path: string;
  /** Sent as JSON; a string as it is. */
  readonly body?: unknown;
  /** Sent as a form, urlencoded. */
  readonly form?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request with a bearer token. An answer that breaks the OpenAPI document throws. */
export async function call(url: string, { method, path, body, form, headers = {} }: RestRequest): Promise<Response> {
  const response = await fetch(url + path, {
    method,
    redirect: "manual",
    headers: {
      authorization: "Bearer test",
      accept: "application/json",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(form && { body: new URLSearchParams(form) }),
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  await assertContract(path.split("?")[0] ?? path, response.clone(), method);
  return response;
}
