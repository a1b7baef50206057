import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { interceptZoom, startZoomMock, type ZoomMock } from "../../src/index.js";
import { prefixTarget } from "../../src/interception/prefix-target.js";
import { CLIENTS } from "./clients.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
afterAll(() => zoom.close());

test.each(CLIENTS)("%s reaches the universe that is intercepted, request for request", async (_name, send) => {
  await using universe = await zoom.universe();
  await using _interception = await interceptZoom(universe);
  expect(await send("5", { action: "start" })).toMatchObject({ status: 404 });
  expect(await send("68423085", { action: "start" })).toEqual({ status: 204, body: "" });
  expect((await universe.requests.list()).map(({ path, status }) => [path, status])).toEqual([
    [`/u/${universe.id}/v2/meetings/5/livestream/status`, 404],
    [`/u/${universe.id}/v2/meetings/68423085/livestream/status`, 204],
  ]);
  expect(await zoom.requests.list()).toEqual([]);
});

describe("a path is put before the target of the first request", () => {
  test.each([
    ["of a path", "GET /v2/users/me?x=/ HTTP/1.1", "GET /u/u1/v2/users/me?x=/ HTTP/1.1"],
    ["of the root", "GET / HTTP/1.1", "GET /u/u1/ HTTP/1.1"],
    ["of an address", "PATCH http://api.zoom.us/v2/users/me HTTP/1.1", "PATCH /u/u1/v2/users/me HTTP/1.1"],
    ["of an address without a path", "GET https://API.zoom.us HTTP/1.1", "GET /u/u1/ HTTP/1.1"],
    ["of an address with a query alone", "GET http://api.zoom.us?x=1 HTTP/1.1", "GET /u/u1/?x=1 HTTP/1.1"],
    ["but not of the server itself", "OPTIONS * HTTP/1.1", "OPTIONS * HTTP/1.1"],
    ["of bytes beyond ASCII", "GET /\u00e4 HTTP/1.1", "GET /u/u1/\u00e4 HTTP/1.1"],
  ])("%s", async (_what, line, rewritten) => {
    const rest = "\r\nHost: api.zoom.us\r\n\r\nGET / HTTP/1.1\r\n";
    expect(await through([line + rest])).toBe(`${rewritten}\r\nConnection: close${rest}`);
    const bytes = [...(line + rest)];
    expect(await through(bytes)).toBe(`${rewritten}\r\nConnection: close${rest}`);
  });

  test("but a connection that ends before its first line does is left as it is", async () => {
    expect(await through(["GET /v2"])).toBe("GET /v2");
    expect(await through([])).toBe("");
  });

  test("and what goes on for ever without a line is not collected", async () => {
    const stream = prefixTarget("/u/u1");
    const passed = new Promise((resolve) => stream.once("data", resolve));
    for (let sent = 0; sent < 100; sent++) stream.write("x".repeat(1_000));
    await passed;
    stream.destroy();
  });
});

async function through(chunks: readonly string[]): Promise<string> {
  const stream = prefixTarget("/u/u1");
  for (const chunk of chunks) stream.write(chunk, "latin1");
  stream.end();
  stream.setEncoding("latin1");
  return text(stream);
}
