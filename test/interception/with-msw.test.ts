import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { interceptZoom, startZoomMock, type ZoomMock } from "../../src/index.js";
import { CLIENTS } from "./clients.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
afterAll(() => zoom.close());

/** Answers commands to one meeting in the client's place, and lets all else through. */
function startMsw(): void {
  const handler = () => HttpResponse.json({ code: 418 }, { status: 418 });
  const theirs = setupServer(http.patch("*://api.zoom.us/v2/meetings/99/livestream/status", handler));
  theirs.listen({ onUnhandledRequest: "bypass" });
  onTestFinished(() => theirs.close());
}

// With its HTTP/2 got does not work under msw at all.
describe.each(CLIENTS.filter(([name]) => name !== "got with HTTP/2"))("with msw, %s", (name, send) => {
  const answers = async () => ({
    handled: (await send("99", { action: "start" })).status,
    passed: (await send("68423085", { action: "stop" })).status,
  });
  // msw knows Node's own clients.
  const expected = { handled: name.startsWith("undici") ? 404 : 418, passed: 204 };

  test("reaches the mock with what msw lets through, when msw came before", async () => {
    startMsw();
    await using _interception = await interceptZoom(zoom);
    expect(await answers()).toEqual(expected);
  });

  test("reaches the mock with what msw lets through, when msw comes after", async () => {
    await using _interception = await interceptZoom(zoom);
    startMsw();
    expect(await answers()).toEqual(expected);
  });
});
