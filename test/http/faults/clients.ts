import { execFile } from "node:child_process";
import type { Readable } from "node:stream";
import axios from "axios";

/** What a client sends; a command has a body. */
export interface Target {
  readonly method: "GET" | "PATCH";
  readonly url: string;
}

/** What a client made of an answer: all that came of it, or that it failed, and how long that took. */
export interface Seen {
  readonly status?: number;
  readonly type?: string | undefined;
  /** As far as it came. */
  readonly body: string;
  /** The client's own words. */
  readonly failure?: string;
  /** Milliseconds until there was a head, and until the end. */
  readonly head: number;
  readonly total: number;
}

/** Real clients, by their names. */
export const CLIENTS: readonly [name: string, send: (target: Target) => Promise<Seen>][] = [
  ["fetch", viaFetch],
  ["axios", viaAxios],
  ["curl", viaCurl],
];

const COMMAND = '{"action":"start"}';
const headers = { authorization: "Bearer any", "content-type": "application/json", accept: "application/json" };

const viaNode = async (
  answer: () => Promise<{ status: number; type: string | undefined; chunks: AsyncIterable<Uint8Array> }>,
): Promise<Seen> => {
  const from = performance.now();
  let seen: Omit<Seen, "total"> = { body: "", head: 0 };
  try {
    const { status, type, chunks } = await answer();
    seen = { ...seen, status, type, head: performance.now() - from };
    for await (const chunk of chunks) seen = { ...seen, body: seen.body + Buffer.from(chunk).toString("latin1") };
  } catch (error) {
    seen = { ...seen, failure: String((error as { cause?: unknown }).cause ?? error) };
  }
  return { ...seen, total: performance.now() - from };
};

export function viaFetch({ method, url }: Target): Promise<Seen> {
  return viaNode(async () => {
    const { status, headers: received, body } = await fetch(url, { method, headers, ...commandOf(method, "body") });
    return { status, type: received.get("content-type") ?? undefined, chunks: body ?? noChunks() };
  });
}

function viaAxios({ method, url }: Target): Promise<Seen> {
  return viaNode(async () => {
    const options = { proxy: false as const, responseType: "stream" as const, validateStatus: () => true };
    const answer = await axios.request<Readable>({ method, url, headers, ...options, ...commandOf(method, "data") });
    const type = String(answer.headers["content-type"] ?? "") || undefined;
    return { status: answer.status, type, chunks: answer.data };
  });
}

function viaCurl({ method, url }: Target): Promise<Seen> {
  const args = ["-s", "-X", method, ...Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`])];
  if (method === "PATCH") args.push("-d", COMMAND);
  args.push("-w", "\n%{http_code} %{time_starttransfer} %{time_total} %{content_type}", url);
  return new Promise((resolve) => {
    execFile("curl", args, { env: { ...process.env, NO_PROXY: "*" } }, (error, stdout) => {
      const [, body = "", status, head, total, type] = /^([\s\S]*)\n(\d+) (\S+) (\S+) (.*)$/.exec(stdout) ?? [];
      resolve({
        ...(status !== "000" && { status: Number(status), type: type || undefined }),
        ...(error && { failure: `curl: (${error.code})` }),
        ...{ body, head: Number(head) * 1000, total: Number(total) * 1000 },
      });
    });
  });
}

const commandOf = (method: string, name: string) => (method === "PATCH" ? { [name]: COMMAND } : {});

async function* noChunks(): AsyncGenerator<Uint8Array> {}
