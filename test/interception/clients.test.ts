import http2 from "node:http2";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { interceptZoom, startZoomMock, type ZoomInterception, type ZoomMock } from "../../src/index.js";
import { CLIENTS } from "./clients.js";

let zoom: ZoomMock;
let interception: ZoomInterception;
beforeAll(async () => {
  zoom = await startZoomMock();
  interception = await interceptZoom(zoom);
});
beforeEach(() => zoom.reset());
afterAll(async () => {
  await interception.restore();
  await zoom.close();
});

describe.each(CLIENTS)("%s, which knows of no mock,", (_name, send) => {
  test("is answered by it", async () => {
    expect(await send("68423085", { action: "start" })).toEqual({ status: 204, body: "" });
    expect((await zoom.meetings.get("68423085")).livestream_status.status).toBe("live");
  });

  test("is refused by it, and goes on", async () => {
    expect(await send("5", { action: "start" })).toMatchObject({ status: 404, body: expect.stringContaining("3001") });
    expect(await send("68423085", { action: "start" })).toMatchObject({ status: 204 });
  });
});

test("a client that speaks nothing but HTTP/2 is told so when TLS begins", async () => {
  const session = http2.connect("https://api.zoom.us");
  const error = await new Promise((resolve) => session.on("error", resolve));
  expect(error).toMatchObject({ code: "ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL" });
});
