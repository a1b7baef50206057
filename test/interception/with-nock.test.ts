import nock from "nock";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { interceptZoom, startZoomMock, type ZoomMock } from "../../src/index.js";
import { CLIENTS } from "./clients.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
afterAll(() => zoom.close());

// It is active from its import on.
beforeEach(() => nock.restore());
afterEach(() => nock.cleanAll());

/** Answers commands to one meeting in the client's place, and lets all else through. */
function startNock(): void {
  nock.activate();
  nock.enableNetConnect();
  for (const origin of ["https://api.zoom.us", "http://api.zoom.us"]) {
    nock(origin, { allowUnmocked: true }).patch("/v2/meetings/99/livestream/status").reply(418, { code: 418 });
  }
}

// With its HTTP/2 got does not work under nock at all.
describe.each(CLIENTS.filter(([name]) => name !== "got with HTTP/2"))("with nock, %s", (name, send) => {
  const answers = async () => ({
    handled: (await send("99", { action: "start" })).status,
    passed: (await send("68423085", { action: "stop" })).status,
  });
  // nock knows Node's own clients.
  const expected = { handled: name.startsWith("undici") ? 404 : 418, passed: 204 };

  test("reaches the mock with what nock lets through, when nock came before", async () => {
    startNock();
    await using _interception = await interceptZoom(zoom);
    expect(await answers()).toEqual(expected);
  });

  test("reaches the mock with what nock lets through, when nock comes after", async () => {
    await using _interception = await interceptZoom(zoom);
    startNock();
    expect(await answers()).toEqual(expected);
  });
});

test("nock refuses as ever what it is to refuse", async () => {
  await using _interception = await interceptZoom(zoom);
  nock.activate();
  nock.disableNetConnect();
  await zoom.reset();
  await expect(fetch("https://api.zoom.us/v2/users/me")).rejects.toThrow();
  nock.enableNetConnect(/zoom\.us/);
  expect((await fetch("https://api.zoom.us/v2/users/me")).status).toBe(401);
  nock.enableNetConnect();
  expect(await zoom.requests.list()).toHaveLength(1);
});
