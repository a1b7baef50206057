import request from "supertest";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../src/index.js";
import { assemble } from "../../src/mock/assemble.js";
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

  test.each([
    ...["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:4010", "0.0.0.0", "127.0.0.256"],
    ...["localhost#.evil.example", "localhost/.evil", "localhost?.evil.example", "evil@127.0.0.1", "localhost\\.evil"],
    ...["127.1", "2130706433", "localhost:", "localhost:4010:1"],
  ])("refuses the Host %s", async (host) => {
    expect(await health({ Host: host })).toMatch(/^HTTP\/1\.1 403[\s\S]*is not this machine's own name/);
  });

  test.each([
    ["http://localhost:3000", 200],
    ["http://127.0.0.1:8080", 200],
    ["https://evil.example", 403],
    ["null", 403],
    ["ftp://localhost", 403],
    ["http://localhost/.evil.example", 403],
    ["http://evil@localhost", 403],
  ])("with the Origin %s answers %d", async (origin, status) => {
    expect(await health({ Host: "localhost", Origin: origin })).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
  });

  test("tells a caller without a Host header to send one", async () => {
    const answer = await rawAnswer(zoom.port, "GET /__zoom/health HTTP/1.0\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 403[\s\S]*it has no Host header\. Send one/);
  });

  test.each(["GET /__zoom/health", "DELETE /__zoom/requests", "POST /__zoom/reset", "POST /__zoom/clock/resume"])(
    "to %s an empty body is none",
    async (request) => {
      const empty = [
        "Content-Length: 0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n\r\n",
      ];
      for (const rest of empty) {
        const answer = await rawAnswer(
          zoom.port,
          `${request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${rest}`,
        );
        expect(answer).toMatch(/^HTTP\/1\.1 20[04]/);
      }
    },
  );

  test("a failure to write the answer is a clean 500", async () => {
    const { app } = assemble({}, { broken: 1n as never });
    const { status, headers, body } = await request(app).get("/__zoom/health");
    expect([status, headers["content-type"]]).toEqual([500, "application/problem+json"]);
    expect(body).toMatchObject({ detail: expect.stringMatching(/^zoom-mock failed: .*BigInt/) });
  });

  test("a slash after the page's address leads to the page", async () => {
    const page = await fetch(`${zoom.url}/__zoom/docs/`);
    expect([page.status, page.url]).toEqual([200, `${zoom.url}/__zoom/docs`]);
  });

  test.each([
    ["PUT", "/state", '{"account_id":"a","meetings":[{"id":"1"}]}'],
    ["PUT", "/scenario", '{"scenario":"empty"}'],
  ])("%s %s does not send the world back", async (method, path, body) => {
    const response = await fetch(`${zoom.url}/__zoom${path}`, { method, body });
    expect(await answerOf(response)).toEqual({ status: 204, body: undefined });
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
    ["PUT", "/state", undefined, 400, /body: it is missing/],
    ["PUT", "/meetings/123?id=999", "{}", 400, /id stands in the path\. Take it out of the query/],
    ["DELETE", "/meetings/68423085?id=85746065432", undefined, 400, /id stands in the path/],
    ["PUT", "/meetings/123?body=x", undefined, 400, /body is sent as the request's body/],
    ["POST", "/clock/set", '{"at":8640000000000000}', 400, /outside the years 0000 to 9999/],
    ["GET", "/HEALTH", undefined, 404, /has no GET \/HEALTH/],
    [
      "PUT",
      "/scenario",
      '{"scenario":{"account_id":"a","meetings":[{"id":1}]}}',
      400,
      /body\.scenario\.meetings\.0\.id: an id is a string of digits/,
    ],
    ["GET", "/requests?status=abc", undefined, 400, /status: it is neither a number nor one in digits/],
    ["PUT", "/meetings/1", '{"id":"1","status":"waiting","x":1}', 400, /x: there is no such field/],
  ])("refuses %s %s %s", async (method, path, body, status, detail) => {
    const before = await zoom.state.get();
    const response = await fetch(`${zoom.url}/__zoom${path}`, { method, ...(body !== undefined && { body }) });
    expect(await answerOf(response)).toMatchObject({ status, body: { detail: expect.stringMatching(detail) } });
    expect(await zoom.state.get()).toEqual(before);
  });
});
