import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectZoomMock, createZoomMockApp, startZoomMock, type ZoomMock } from "../../src/index.js";
import { send } from "../support/commands.js";

// One interface, two transports: every test below runs in process and over HTTP.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
  ["over HTTP from within a universe", (started: ZoomMock) => connectZoomMock(`${started.url}/u/default`)],
])("universes opened %s", (_title, use) => {
  let started: ZoomMock;
  let server: ZoomMock;
  beforeEach(async () => {
    started = await startZoomMock();
    server = use(started);
  });
  afterEach(() => started.close());

  test("say how they are reached, the same each time", async () => {
    const zoom = await server.universe();
    expect(zoom).toMatchObject({
      id: "u1",
      url: `${started.url}/u/u1`,
      token: "zoom-mock-token-u1",
      clientId: "zoom-mock-client-u1",
      clientSecret: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
      accountId: (await server.scenario.get()).account_id,
    });
    await using other = await startZoomMock();
    expect((await use(other).universe()).clientSecret).toBe(zoom.clientSecret);
  });

  test("hold an app and a token with every scope, whatever world is loaded", async () => {
    const zoom = await server.universe({ scenario: "empty" });
    const { clientId: id, clientSecret: client_secret, accountId: account_id } = zoom;
    const app = await zoom.apps.get(id);
    expect(app).toMatchObject({ client_secret, account_id, status: "active" });
    expect(app.scopes).toContain("meeting:write:admin");
    expect(await zoom.tokens.get(zoom.token)).toMatchObject({ client_id: id, account_id, scopes: app.scopes });
    await zoom.state.put({ account_id: "other" });
    expect(await zoom.apps.get(id)).toEqual({ ...app, account_id: "other" });
    await zoom.scenario.put({ account_id: "third", meetings: [{ id: "5" }] });
    await zoom.reset();
    expect(await zoom.apps.get(id)).toEqual({ ...app, account_id: "third" });
    expect(await zoom.scenario.get()).toEqual(await zoom.state.get());
    expect(await server.apps.list()).toEqual((await server.scenario.get()).apps);
  });

  test("let their token in where only issued ones are taken", async () => {
    await using strict = await startZoomMock({ tokens: "issued" });
    const zoom = await use(strict).universe();
    const start = (token: string) =>
      send(strict.url, "meetings/68423085", { action: "start" }, "json", { authorization: `Bearer ${token}` });
    expect((await start(zoom.token)).status).toBe(204);
    expect((await start("any")).status).toBe(401);
  });

  test("start from the mock's scenario, a named one or a given one, at a time of their own", async () => {
    const scenario = { account_id: "a", users: [{ id: "u" }], meetings: [{ id: "5" }] };
    const [same, empty, given] = await Promise.all([
      server.universe(),
      server.universe({ scenario: "empty" }),
      server.universe({ scenario, frozenAt: new Date("2030-06-01T00:00:00Z") }),
    ]);
    expect(await same.meetings.list()).toEqual(await server.meetings.list());
    expect(await empty.meetings.list()).toEqual([]);
    expect(await given.meetings.list()).toMatchObject([{ id: "5", host_id: "u" }]);
    expect(given.accountId).toBe("a");
    await given.clock.advance("1h");
    await given.reset();
    expect(await given.clock.get()).toEqual({ mode: "frozen", now: "2030-06-01T00:00:00.000Z" });
    expect((await same.clock.get()).mode).toBe("real");
  });

  test("have everything that a mock has, each for itself", async () => {
    const [one, two] = [await server.universe(), await server.universe()];
    await one.ready();
    expect(await one.health()).toMatchObject({ name: "zoom-mock", universes: 2 });
    await send(one.url, "meetings/68423085", { action: "start" });
    await one.clock.freeze(0);
    await one.webinars.put("77");
    await one.providerStates.setUp("the meeting's live stream is live");
    await server.reset();
    await two.reset();
    expect((await one.requests.list()).map(({ path }) => path)).toEqual([
      `/u/${one.id}/v2/meetings/68423085/livestream/status`,
    ]);
    expect((await one.clock.get()).mode).toBe("frozen");
    for (const other of [two, server]) {
      expect(await other.requests.list()).toEqual([]);
      expect((await other.webinars.list()).map(({ id }) => id)).not.toContain("77");
      expect((await other.clock.get()).mode).toBe("real");
    }
    const first = await two.state.get();
    await one.reset();
    expect({ ...(await one.state.get()), apps: [], tokens: [] }).toEqual({ ...first, apps: [], tokens: [] });
  });

  test("are listed with what they hold, until they are deleted", async () => {
    const zoom = await server.universe();
    const other = await server.universe({ scenario: "empty" });
    await send(zoom.url, "meetings/68423085", { action: "start" });
    const { users, meetings, webinars } = await server.state.get();
    const described = {
      id: zoom.id,
      url: zoom.url,
      token: zoom.token,
      client_id: zoom.clientId,
      client_secret: zoom.clientSecret,
      account_id: zoom.accountId,
      requests: 1,
      users: users.length,
      meetings: meetings.length,
      webinars: webinars.length,
    };
    expect(await server.universes.list()).toMatchObject([described, { id: other.id, requests: 0, meetings: 0 }]);
    expect(await server.universes.get(zoom.id)).toEqual(described);
    expect((await server.health()).universes).toBe(2);
    await zoom.delete();
    await zoom.delete();
    await server.universes.delete(other.id);
    expect(await server.universes.list()).toEqual([]);
    await expect(server.universes.get(zoom.id)).rejects.toThrow(/Failed to find universe u1: it was deleted/);
    await expect(server.universes.delete("default")).rejects.toThrow(/Failed to find universe default/);
    await expect(zoom.reset()).rejects.toThrow(expect.objectContaining({ status: 404 }));
    expect((await server.universe()).id).toBe("u3");
  });

  test("are refused with a reason when what they are to start from is wrong", async () => {
    await expect(server.universe({ scenario: "emtpy" })).rejects.toThrow(/Did you mean empty/);
    await expect(server.universe({ scenario: { account_id: "" } })).rejects.toThrow(/account_id/);
    await expect(server.universe({ frozenAt: "yesterday" })).rejects.toThrow(/it is not a date/);
    expect(await server.universes.list()).toEqual([]);
  });
});

test("an app that does not listen tells the path of a universe, also below another app", async () => {
  const app = createZoomMockApp();
  const zoom = await app.zoom.universe();
  expect(zoom.url).toBe(`/u/${zoom.id}`);
  const server = createServer(app).listen(0);
  try {
    const { port } = server.address() as AddressInfo;
    expect((await send(`http://127.0.0.1:${port}${zoom.url}`, "meetings/68423085", { action: "start" })).status).toBe(
      204,
    );
    const opened = await fetch(`http://localhost:${port}${zoom.url}/__zoom/universes`, { method: "POST" });
    expect(await opened.json()).toMatchObject({ id: "u2", url: `http://localhost:${port}/u/u2` });
  } finally {
    server.close();
  }
  expect(await zoom.requests.list()).toHaveLength(1);
});

test("a new universe stands still where the mock does", async () => {
  await using server = await startZoomMock({ frozenAt: 0 });
  expect((await (await server.universe()).clock.get()).mode).toBe("frozen");
});

test("options for universes that make no sense are refused", async () => {
  await expect(startZoomMock({ maxUniverses: -1, universeIdle: "soon" })).rejects.toThrow(
    /maxUniverses: [\s\S]*universeIdle: it is no length of time/,
  );
});
