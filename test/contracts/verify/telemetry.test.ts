import { createServer } from "node:http";
import { expect, test, vi } from "vitest";
import { zoomMock } from "../../support/cli.js";
import { temporaryFolder } from "../../support/folder.js";
import { pactOf, START } from "./pact.js";

vi.setConfig({ testTimeout: 60_000 });

// Without the switch Pact's verifier tells www.google-analytics.com; every way out is made to lead to this proxy.
test.each([["not set"], ["1"], ["false"]])("nothing leaves the machine when PACT_DO_NOT_TRACK is %s", async (value) => {
  await using proxy = await startProxy();
  using folder = temporaryFolder({ "acme.json": pactOf([START]) });
  const env = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, ALL_PROXY: proxy.url, PACT_DO_NOT_TRACK: value };
  expect(await zoomMock(["verify", "acme.json"], env, folder.path)).toMatchObject({ code: 0 });
  expect(proxy.seen).toEqual([]);
});

async function startProxy() {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? "");
    response.writeHead(502).end();
  }).on("connect", (request, socket) => {
    seen.push(request.url ?? "");
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    seen,
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}
