import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../src/index.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock({ switches: { startThrottleSeconds: 0 } });
});
afterAll(() => zoom.close());

const TYPES = [
  "application/json",
  "application/json; charset=utf-16",
  "multipart/form-data; boundary=b",
  'multipart/form-data; boundary="b"',
  "multipart/form-data; boundary=",
  "multipart/form-data",
  "multipart/mixed; boundary=b",
  "application/x-www-form-urlencoded",
  "text/plain",
  "",
];

async function patch(type: string, body: Buffer, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${zoom.url}/v2/meetings/68423085/livestream/status`, {
    method: "PATCH",
    headers: { authorization: "Bearer x", ...(type !== "" && { "content-type": type }), ...headers },
    body,
  });
}

/** Neither a crash nor a 5xx, and the mock still works. */
async function survives(type: string, body: Buffer, headers?: Record<string, string>): Promise<void> {
  const { status } = await patch(type, body, headers);
  expect(status).toBeLessThan(500);
  expect((await patch("application/json", Buffer.from('{"action":"stop"}'))).status).toBe(204);
}

const name = fc.oneof(
  fc.constantFrom(
    "action",
    "settings",
    "settings[display_name]",
    "settings.active_speaker_name",
    "__proto__",
    "constructor",
    "a[b]",
    "a[9999999]",
    "[",
    "",
    "hasOwnProperty",
    "toString",
  ),
  fc.string({ unit: "binary", maxLength: 20 }),
);
const value = fc.oneof(
  fc.constantFrom(
    "start",
    "stop",
    '{"display_name":"x"}',
    "[object Object]",
    "null",
    "[]",
    '{"__proto__":{"polluted":true}}',
  ),
  fc.json(),
  fc.string({ unit: "binary" }),
);
const line = fc.constantFrom("\r\n", "\n", "\r", "");
const formPart = fc.tuple(
  name,
  value,
  line,
  fc.constantFrom("", '; filename="x"', "; filename=", "\r\nContent-Type: text/html"),
);
const form = fc
  .tuple(fc.array(formPart, { maxLength: 8 }), fc.constantFrom("--b--\r\n", "--b", "", "--other--"))
  .map(([parts, end]) =>
    Buffer.from(
      parts
        .map(([n, v, eol, more]) => `--b${eol}Content-Disposition: form-data; name="${n}"${more}${eol}${eol}${v}${eol}`)
        .join("") + end,
    ),
  );
const anyBody = fc.oneof(
  form,
  fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)),
  fc.json().map((text) => Buffer.from(text)),
);

test("whatever the body and its type, the answer is below 500 and the mock lives", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...TYPES),
      anyBody,
      fc.constantFrom("lenient", "strict", "code=999"),
      (type, body, prefer) => survives(type, body, { prefer: prefer.includes("=") ? prefer : `handling=${prefer}` }),
    ),
    { numRuns: 300 },
  );
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

const deep = (open: string, close: string, depth: number) =>
  Buffer.from(`{"settings":${open.repeat(depth)}${close.repeat(depth)}}`);

const HOSTILE: [title: string, type: string, body: Buffer, headers?: Record<string, string>][] = [
  ["a body above the limit", "application/json", Buffer.alloc(2_000_000, "a")],
  ["a form above the limit", "multipart/form-data; boundary=b", Buffer.alloc(2_000_000, "--b\r\n")],
  ["lists within lists", "application/json", deep("[", "]", 200_000)],
  [
    "objects within objects",
    "application/json",
    Buffer.from(`{"settings":${'{"a":'.repeat(100_000)}1${"}".repeat(100_001)}`),
  ],
  [
    "a hundred thousand members",
    "application/json",
    Buffer.from(JSON.stringify(Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`k${n}`, 1])))),
  ],
  [
    "a member named __proto__",
    "application/json",
    Buffer.from(
      '{"action":"start","__proto__":{"action":"stop"},"settings":{"__proto__":{"x":1},"constructor":{"prototype":{"y":1}}}}',
    ),
  ],
  [
    "a field named __proto__",
    "multipart/form-data; boundary=b",
    Buffer.from('--b\r\nContent-Disposition: form-data; name="__proto__[polluted]"\r\n\r\nyes\r\n--b--\r\n'),
  ],
  [
    "an index of nine nines",
    "multipart/form-data; boundary=b",
    Buffer.from('--b\r\nContent-Disposition: form-data; name="a[999999999]"\r\n\r\nyes\r\n--b--\r\n'),
  ],
  [
    "a value as both text and object",
    "multipart/form-data; boundary=b",
    Buffer.from(
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name="a[b]"\r\n\r\n2\r\n--b--\r\n',
    ),
  ],
  [
    "a thousand parts",
    "multipart/form-data; boundary=b",
    Buffer.from(`${'--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(1000)}--b--\r\n`),
  ],
  [
    "a part header without end",
    "multipart/form-data; boundary=b",
    Buffer.from(`--b\r\n${"X: y\r\n".repeat(20_000)}\r\n\r\n--b--\r\n`),
  ],
  [
    "an odd charset",
    "multipart/form-data; boundary=b",
    Buffer.from(
      '--b\r\nContent-Disposition: form-data; name="action"\r\nContent-Type: text/plain; charset=nonsense\r\n\r\nstart\r\n--b--\r\n',
    ),
  ],
  ["bytes that claim to be gzip", "application/json", Buffer.from("not gzip"), { "content-encoding": "gzip" }],
  ["an unknown content encoding", "application/json", Buffer.from("{}"), { "content-encoding": "zstd-of-tomorrow" }],
  [
    "a boundary of regular expression characters",
    "multipart/form-data; boundary=.*(a+)+$",
    Buffer.from("--.*(a+)+$\r\n"),
  ],
  ["a very long boundary", `multipart/form-data; boundary=${"b".repeat(5000)}`, Buffer.from(`--${"b".repeat(5000)}--`)],
  ["a preference full of commas", "application/json", Buffer.from("{}"), { prefer: `${",;=".repeat(2000)}` }],
  ["lone surrogates", "application/json", Buffer.from('{"action":"start","settings":{"display_name":"\\ud800"}}')],
];

test.each(HOSTILE)("%s does no harm", async (_title, type, body, headers) => {
  await survives(type, body, headers);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  const entries = await zoom.requests.list({ limit: 2 });
  expect(entries).toHaveLength(2);
});
