import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../src/index.js";
import { answerOf } from "../support/commands.js";
import { rawAnswer } from "../support/raw-answer.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

describe("the control API", () => {
  const health = (headers: Record<string, string>) =>
    rawAnswer(
      zoom.port,
      `GET /__zoom/health HTTP/1.1\r\n${Object.entries({ Connection: "close", ...headers })
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join("")}\r\n`,
    );

  test.each(["localhost:4010", "127.0.0.1", "127.0.0.2:80", "[::1]:4010", "LOCALHOST"])(
    "answers to the Host %s",
    async (host) => {
      expect(await health({ Host: host })).toMatch(/^HTTP\/1\.1 200/);
    },
  );

  test.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:4010", "0.0.0.0"])(
    "refuses the Host %s",
    async (host) => {
      expect(await health({ Host: host })).toMatch(/^HTTP\/1\.1 403[\s\S]*is not this machine's own name/);
    },
  );

  test.each([
    ["http://localhost:3000", 200],
    ["http://127.0.0.1:8080", 200],
    ["https://evil.example", 403],
    ["null", 403],
  ])("with the Origin %s answers %d", async (origin, status) => {
    expect(await health({ Host: "localhost", Origin: origin })).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
  });

  test("asks for its token when it has one", async () => {
    await using guarded = await startZoomMock({ controlToken: "s3cret" });
    const { status } = await fetch(`${guarded.url}/__zoom/health`);
    const wrong = await fetch(`${guarded.url}/__zoom/health`, { headers: { authorization: "Bearer s3creT" } });
    const right = await fetch(`${guarded.url}/__zoom/health`, { headers: { authorization: "Bearer s3cret" } });
    expect([status, wrong.status, right.status]).toEqual([401, 401, 200]);
  });

  test("takes JSON whatever the type says, as curl -d sends it", async () => {
    const response = await fetch(`${zoom.url}/__zoom/clock/freeze`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: '{"at":"2026-01-31T12:00:00Z"}',
    });
    expect(await answerOf(response)).toEqual({
      status: 200,
      body: { mode: "frozen", now: "2026-01-31T12:00:00.000Z" },
    });
  });

  test.each([
    ["POST", "/clock/freez", "", 404, /has no POST \/clock\/freez\. It has POST \/clock\/freeze/],
    ["PUT", "/state", "{", 400, /Failed to read the body: .*Send JSON/],
    ["PUT", "/state", '"text"', 400, /Failed to PUT \/state/],
    ["PUT", "/state", undefined, 400, /account_id: it is missing/],
    ["GET", "/requests?status=abc", undefined, 400, /status: it is neither a number nor one in digits/],
    ["PUT", "/meetings/1", '{"id":"1","status":"waiting","x":1}', 400, /x: there is no such field/],
  ])("refuses %s %s %s", async (method, path, body, status, detail) => {
    const response = await fetch(`${zoom.url}/__zoom${path}`, { method, ...(body !== undefined && { body }) });
    expect(await answerOf(response)).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } });
  });
});
