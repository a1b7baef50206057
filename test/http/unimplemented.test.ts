import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../src/index.js";
import { answerOf } from "../support/commands.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

describe("what the mock does not have", () => {
  test.each([
    ["POST", "/v2/users/me/recordings", /does not implement POST \/v2\/users\/me\/recordings/],
    [
      "PATCH",
      "/v2/meeting/1/livestream/status",
      /The nearest it has: PATCH \/v2\/meetings\/\{meetingId\}\/livestream\/status/,
    ],
    [
      "PUT",
      "/v2/webinars/1/livestream/status",
      /The nearest it has: PATCH \/v2\/webinars\/\{webinarId\}\/livestream\/status\.$/,
    ],
    ["PATCH", "/meetings/1/livestream/status", /PATCH \/v2\/meetings/],
    ["GET", "/", /does not implement GET \//],
  ])("%s %s is answered 501 with the nearest routes", async (method, path, detail) => {
    const response = await fetch(zoom.url + path, { method });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await answerOf(response)).toMatchObject({
      status: 501,
      body: { detail: expect.stringMatching(detail), nearest: expect.any(Array) },
    });
    expect(await zoom.requests.list()).toMatchObject([
      { status: 501, operation: null, outcome: null, refusal: expect.stringMatching(detail) },
    ]);
  });

  test("a path that is not UTF-8 and a body that is too large are refused as ours", async () => {
    const path = await fetch(`${zoom.url}/v2/meetings/%ff/livestream/status`, { method: "PATCH" });
    expect([path.status, path.headers.get("x-zoom-mock")]).toEqual([400, "refused"]);
    const body = await fetch(`${zoom.url}/v2/meetings/1/livestream/status`, {
      method: "PATCH",
      body: "x".repeat(1_100_000),
    });
    expect(body.status).toBe(413);
    expect(await body.json()).toMatchObject({ detail: expect.stringContaining("Bodies may have up to 1048576 bytes") });
  });
});
