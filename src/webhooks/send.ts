/** What an endpoint answered, or why it did not. */
export type Answer = { readonly status: number; readonly body: string } | { readonly error: string };

/** Sends one request to an endpoint. Never rejects. */
export type Send = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
) => Promise<Answer>;

/** What sending takes. */
interface SenderOptions {
  readonly fetch: typeof fetch;
  /**
   * How long an endpoint may take, in real milliseconds: a socket knows no other time.
   *
   * @default 3000, as Zoom
   */
  readonly limit?: number;
}

/** How much of an answer is read. */
const LARGEST_ANSWER = 16 * 1024;

/** Sends as Zoom does: redirects are not followed. */
export function createSender({ fetch, limit = 3000 }: SenderOptions): Send {
  return async (url, headers, body, signal) => {
    const timeout = AbortSignal.timeout(limit);
    try {
      const init = { method: "POST", headers, body, redirect: "manual" } as const;
      const response = await fetch(url, { ...init, signal: AbortSignal.any([signal, timeout]) });
      return { status: response.status, body: await beginning(response) };
    } catch (error) {
      if (timeout.aborted) return { error: `it did not answer within ${limit / 1000} seconds` };
      return { error: reason(error as Error) };
    }
  };

  async function beginning(response: Response): Promise<string> {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= LARGEST_ANSWER) break; // cancels the rest
    }
    return Buffer.concat(chunks).subarray(0, LARGEST_ANSWER).toString();
  }
}

/** What the system says, which `fetch` hides as the cause. */
function reason({ message, cause }: Error): string {
  if (!(cause instanceof Error)) return message;
  return cause.message || ("code" in cause ? String(cause.code) : message);
}
