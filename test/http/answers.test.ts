import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../src/index.js";
import { answerOf, send } from "../support/commands.js";
import { rawAnswer } from "../support/raw-answer.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

describe("every answer", () => {
  test("carries a tracking id, the rate category and the mark of the mock", async () => {
    const first = await send(zoom.url, "meetings/68423085", { action: "start" });
    expect(first.headers.get("x-zm-trackingid")).toMatch(/^v=2\.0;clid=us02;rid=WEB_[0-9A-F]{32}$/);
    expect(first.headers.get("x-ratelimit-category")).toBe("Light");
    expect(first.headers.get("x-zoom-mock")).toBe("profile=2021, outcome=updated, evidence=documented");
    const second = await send(zoom.url, "meetings/1", { action: "start" });
    expect(second.headers.get("x-zm-trackingid")).not.toBe(first.headers.get("x-zm-trackingid"));
    expect(second.headers.get("x-zoom-mock")).toBe("profile=2021, outcome=meetingDoesNotExist, evidence=assumed");
  });

  test("with 204 has neither body nor content type, on the wire", async () => {
    const raw = await rawAnswer(
      zoom.port,
      "PATCH /v2/meetings/68423085/livestream/status HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\nContent-Type: application/json\r\nContent-Length: 17\r\nConnection: close\r\n\r\n" +
        '{"action":"stop"}',
    );
    expect(raw).toMatch(/^HTTP\/1\.1 204 No Content\r\n/);
    expect(raw).not.toMatch(/content-type|content-length|transfer-encoding/i);
    expect(raw.endsWith("\r\n\r\n")).toBe(true);
  });

  test("with a body tells its length in bytes", async () => {
    const response = await send(zoom.url, "meetings/münchen", { action: "start" });
    const text = await response.text();
    expect(response.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
  });
});

describe("the bearer token", () => {
  test.each(["Bearer <access_token>", "bearer x", "Bearer  eyJ.a.b"])("%j is accepted", async (authorization) => {
    expect((await send(zoom.url, "meetings/68423085", { action: "stop" }, "json", { authorization })).status).toBe(204);
  });

  test.each(["", "Bearer", "Bearer ", "Basic eDp5", "Token abc"])("%j is none", async (authorization) => {
    const answer = await answerOf(
      await send(zoom.url, "meetings/68423085", { action: "stop" }, "json", { authorization }),
    );
    expect(answer).toEqual({ status: 401, body: { code: 124, message: "Requires an access token." } });
  });
});
