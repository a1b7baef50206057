import { readFileSync } from "node:fs";
import { connect } from "node:tls";
import { expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";
import { SEEDS } from "../support/seeds.js";

const requests = SEEDS.map(({ curl, operation }) => {
  const kind = operation.startsWith("meeting") ? "meeting" : "webinar";
  const file = new URL(`../../examples/clients/chilkat/${kind}.http`, import.meta.url);
  return [kind, readFileSync(file, "latin1"), curl] as const;
});

test.each(requests)("what Chilkat sends for a %s has the page's fields, framed as it says", (_kind, bytes, curl) => {
  const [head = "", ...rest] = bytes.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  const fields = [...curl.matchAll(/--form '(\w+)=(.*?)'/g)].map(([, name, value]) => [name, value]);
  expect(fields).toHaveLength(2);
  const parts = [...body.matchAll(/form-data; name="(\w+)"\r\n\r\n(.*)\r\n/g)].map(([, name, value]) => [name, value]);
  expect(parts).toEqual(fields);
  expect(head).toContain(`Content-Length: ${body.length}`);
  const boundary = /boundary=(.+)/.exec(head)?.[1]?.trim();
  expect(body.endsWith(`--${boundary}--\r\n`)).toBe(true);
});

test.each(requests)(
  "what Chilkat sends for a %s starts its stream by HTTPS, without proxy and variables",
  async (kind, bytes) => {
    await using zoom = await startZoomMock({ https: 0 });
    const { https, certificate } = await zoom.access();
    const port = Number(new URL(https ?? "").port);
    const status = await statusLine(
      { host: "127.0.0.1", port, servername: "api.zoom.us", ca: certificate ?? "" },
      bytes,
    );
    expect(status).toBe("HTTP/1.1 204 No Content");
    expect(await zoom.requests.list()).toMatchObject([
      {
        path: `/v2/${kind}s/68423085/livestream/status`,
        encoding: "multipart",
        diagnoses: [{ code: "fieldPrefixed" }],
      },
    ]);
  },
);

/** The first line of what comes back for bytes. */
function statusLine(options: { host: string; port: number; servername: string; ca: string }, bytes: string) {
  return new Promise<string>((resolve, reject) => {
    const socket = connect(options, () => socket.write(bytes, "latin1"));
    socket.once("error", reject).once("data", (data) => {
      socket.destroy();
      resolve(data.toString().split("\r\n")[0] ?? "");
    });
  });
}
