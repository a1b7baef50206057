import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { connectZoomMock, startZoomMock, type ZoomMock } from "../../../src/index.js";
import { send } from "../../support/commands.js";

let server: ZoomMock;
beforeEach(async () => {
  server = await startZoomMock();
});
afterEach(() => server.close());

const start = (url: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/v2/meetings/68423085/livestream/status`, {
    method: "PATCH",
    headers: { authorization: "Bearer any", "content-type": "application/json", ...headers },
    body: JSON.stringify({ action: "start" }),
  });

const problem = async (response: Response) => ({
  status: response.status,
  mediaType: response.headers.get("content-type"),
  mock: response.headers.get("x-zoom-mock"),
  ...((await response.json()) as { title: string; detail: string }),
});

describe("a request names its universe", () => {
  test("by path before header before token", async () => {
    const [path, header, token] = await Promise.all([server.universe(), server.universe(), server.universe()]);
    const authorization = `Bearer ${token.token}`;
    const counts = () =>
      Promise.all([path, header, token, server].map(async ({ requests }) => (await requests.list()).length));
    await start(server.url);
    expect(await counts()).toEqual([0, 0, 0, 1]);
    await start(server.url, { authorization });
    expect(await counts()).toEqual([0, 0, 1, 1]);
    await start(server.url, { authorization, "x-zoom-mock-universe": header.id });
    expect(await counts()).toEqual([0, 1, 1, 1]);
    await start(path.url, { authorization, "x-zoom-mock-universe": header.id });
    expect(await counts()).toEqual([1, 1, 1, 1]);
  });

  test("by the client id of HTTP Basic", async () => {
    const zoom = await server.universe();
    const basic = Buffer.from(`${zoom.clientId}:${zoom.clientSecret}`).toString("base64");
    await start(server.url, { authorization: `Basic ${basic}` });
    expect(await zoom.requests.list()).toMatchObject([{ status: 401, outcome: "accessTokenMissing" }]);
    expect(await server.requests.list()).toEqual([]);
  });

  test("as the default one, by name or by no name that the mock knows", async () => {
    await server.universe();
    expect((await start(`${server.url}/u/default`)).status).toBe(204);
    expect((await start(server.url, { "x-zoom-mock-universe": "default" })).status).toBe(429);
    for (const token of ["any", "a.b.c", "eyJhIjoxfQ.eyJhIjoxfQ.x", "bnVsbA.bnVsbA.bnVsbA"]) {
      expect((await start(server.url, { authorization: `Bearer ${token}` })).status).toBe(429);
    }
    expect((await start(server.url, { authorization: "Basic x" })).status).toBe(401);
    expect(await server.requests.list()).toHaveLength(7);
  });
});

describe("a universe that there is not", () => {
  test("is refused as what the mock refuses, whichever way it is named", async () => {
    const gone = await server.universe();
    await gone.delete();
    const answers = await Promise.all([
      start(gone.url),
      start(server.url, { "x-zoom-mock-universe": gone.id }),
      start(server.url, { authorization: `Bearer ${gone.token}` }),
      start(server.url, { authorization: `Basic ${Buffer.from(`${gone.clientId}:x`).toString("base64")}` }),
      fetch(`${gone.url}/nowhere`),
      start(server.url, { "x-zoom-mock-universe": "never" }),
    ]);
    for (const answer of answers) {
      expect(await problem(answer)).toMatchObject({
        status: 404,
        mediaType: "application/problem+json",
        mock: "refused",
        title: "No such universe",
        detail: expect.stringMatching(/^There is no universe "(u1|never)": it was deleted, has expired, or/),
      });
    }
    expect(await server.requests.list()).toHaveLength(answers.length);
    await expect(gone.meetings.list()).rejects.toThrow(/There is no universe "u1"/);
    await expect(connectZoomMock(gone.url).reset()).rejects.toThrow(/There is no universe "u1"/);
  });

  test("is refused also where the request cannot be read", async () => {
    const answer = await fetch(`${server.url}/v2/meetings/%E0%A4%A/livestream/status`, {
      method: "PATCH",
      headers: { "x-zoom-mock-universe": "never" },
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("x-zoom-mock")).toBe("refused");
  });

  test("can be deleted while requests are on their way", async () => {
    const zoom = await server.universe();
    const sent = Array.from({ length: 30 }, () => start(zoom.url));
    await Promise.all([...sent.slice(0, 10), zoom.delete(), zoom.delete()]);
    for (const answer of await Promise.all(sent)) expect([204, 429, 404]).toContain(answer.status);
    expect((await start(zoom.url)).status).toBe(404);
    expect((await start(server.url)).status).toBe(204);
  });
});

describe("what a request in a universe leaves behind", () => {
  test("the journal has the path as it was sent, and the curl line leads back into the universe", async () => {
    const zoom = await server.universe();
    const wrong = { "content-type": "application/json" };
    const broken = (url: string, headers = {}) =>
      fetch(`${url}/v2/meetings/68423085/livestream/status`, {
        method: "PATCH",
        headers: { authorization: "Bearer any", ...wrong, ...headers },
        body: "action=start",
      });
    expect((await broken(zoom.url)).headers.get("x-zoom-mock-curl")).toMatch(
      `'${zoom.url}/v2/meetings/68423085/livestream/status'`,
    );
    const named = await broken(server.url, { "x-zoom-mock-universe": zoom.id });
    expect(named.headers.get("x-zoom-mock-curl")).toContain(`-H 'x-zoom-mock-universe: ${zoom.id}'`);
    expect((await zoom.requests.list()).map(({ path }) => path)).toEqual([
      `/u/${zoom.id}/v2/meetings/68423085/livestream/status`,
      "/v2/meetings/68423085/livestream/status",
    ]);
  });

  test("what nobody implements stands in the universe's journal, with routes without the prefix", async () => {
    const zoom = await server.universe();
    const answer = await problem(await fetch(`${zoom.url}/v2/meetings/68423085/livestream/stat`));
    expect(answer).toMatchObject({ status: 501, mock: "refused" });
    expect(answer.detail).toMatch(/^zoom-mock does not implement GET \/v2\/meetings\/68423085\/livestream\/stat\./);
    expect(await zoom.requests.list()).toMatchObject([{ status: 501 }]);
    expect(await server.requests.list()).toEqual([]);
  });
});

describe("there are not too many", () => {
  test("when there are as many as there may be, the next is refused until one is deleted", async () => {
    await using small = await startZoomMock({ maxUniverses: 2 });
    const first = await small.universe();
    await small.universe();
    await expect(small.universe()).rejects.toThrow(
      expect.objectContaining({ status: 409, message: expect.stringMatching(/there are 2 already.*Delete those/) }),
    );
    await first.delete();
    await small.universe();
    expect((await small.health()).universes).toBe(2);
  });

  test("one expires when it is idle for too long, however its own clock stands", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      await using small = await startZoomMock({ maxUniverses: 2, universeIdle: "10m" });
      const [idle, used] = [await small.universe(), await small.universe()];
      await idle.clock.freeze();
      vi.setSystemTime(Date.now() + 599_000);
      expect((await send(used.url, "meetings/68423085", { action: "start" })).status).toBe(204);
      vi.setSystemTime(Date.now() + 1000);
      expect((await start(idle.url)).status).toBe(404);
      expect((await start(used.url)).status).toBe(429);
      expect((await small.universes.list()).map(({ id }) => id)).toEqual([used.id]);
      await used.clock.advance("30d");
      expect((await start(used.url)).status).toBe(204);
      await small.universe();
      vi.setSystemTime(Date.now() + 600_000);
      await small.universe();
      expect((await small.health()).universes).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });
});
