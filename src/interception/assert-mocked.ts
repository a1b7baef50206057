/** What assertMocked takes: the answer that any client gives, as long as it has headers. */
export interface AnyResponse {
  /** `Headers`, or an object with names in lower case. */
  readonly headers: object;
}

/**
 * Makes sure that an answer came from the mock, whatever it says: each of the mock's carries the header `x-zoom-mock`.
 *
 * @param response What fetch, undici, axios, got, supertest or `node:http` gave.
 * @returns The same.
 * @throws Error when the answer came from elsewhere.
 */
export function assertMocked<Response extends AnyResponse>(response: Response): Response {
  if (hasMark(response.headers)) return response;
  throw new Error(
    `Failed to find the mock behind ${urlOf(response) ?? "the answer"}: it did not come from zoom-mock, as it has no x-zoom-mock header. Point the client at the mock's url, or call interceptZoom before its first request; blockZoom shows what gets past it.`,
  );
}

const MARK = "x-zoom-mock";

const hasMark = (headers: object): boolean =>
  "get" in headers && typeof headers.get === "function" ? Boolean(headers.get(MARK)) : MARK in headers;

/** What was asked, where the client says so: fetch and got, axios, supertest. */
function urlOf(response: AnyResponse & { url?: unknown; config?: unknown; request?: unknown }): string | undefined {
  const { url, config, request } = response;
  const urls = [url, ...[config, request].map((each) => (each as { url?: unknown } | undefined)?.url)];
  return urls.find((each) => typeof each === "string" && each !== "") as string | undefined;
}
