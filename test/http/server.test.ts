import http from "node:http";
import { connect } from "node:net";
import express from "express";
import request from "supertest";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createZoomMockApp, describeOperations, startZoomMock, type ZoomMock } from "../../src/index.js";
import { fastPrototypes } from "../../src/http/fast-prototypes.js";
import { answerOf, send } from "../support/commands.js";

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
    const raw = await rawAnswer(zoom.port, "PATCH /v2/meetings/68423085/livestream/status HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\nContent-Type: application/json\r\nContent-Length: 17\r\nConnection: close\r\n\r\n" + '{"action":"stop"}');
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
    const answer = await answerOf(await send(zoom.url, "meetings/68423085", { action: "stop" }, "json", { authorization }));
    expect(answer).toEqual({ status: 401, body: { code: 124, message: "Requires an access token." } });
  });
});

describe("an answer of choice", () => {
  const { operations } = describeOperations("2021");
  const all = operations.flatMap(({ path, outcomes }) => outcomes.map((each) => ({ path: path.replace(/\{\w+\}/, "68423085"), ...each })));

  test.each(all)("Prefer: example=$outcome on $path gives $status", async ({ path, outcome, status, code }) => {
    const response = await fetch(zoom.url + path, { method: "PATCH", headers: { prefer: `example=${outcome}` } });
    expect(response.headers.get("preference-applied")).toBe(`example=${outcome}`);
    const answer = await answerOf(response);
    expect(answer.status).toBe(status);
    if (code !== null) expect(answer.body).toMatchObject({ code });
    expect(JSON.stringify(answer.body) ?? "").not.toMatch(/[{]\w+[}]|undefined/);
  });

  test("Prefer: code=429 gives the first outcome with that status and changes nothing", async () => {
    const before = await zoom.state.get();
    const response = await send(zoom.url, "meetings/68423085", { action: "start" }, "json", { prefer: "code=429" });
    expect(await answerOf(response)).toMatchObject({ status: 429, body: { message: expect.stringContaining("68423085") } });
    expect(await zoom.state.get()).toEqual(before);
    expect(await zoom.requests.list()).toMatchObject([{ outcome: "startThrottled", preferred: true }]);
  });

  test("both together must fit", async () => {
    const headers = { prefer: 'example="userNotInAccount", code=400' };
    expect(await answerOf(await send(zoom.url, "meetings/1", {}, "json", headers))).toMatchObject({ body: { code: 1010 } });
    const contradiction = { prefer: "example=userNotInAccount, code=404" };
    expect((await send(zoom.url, "meetings/1", {}, "json", contradiction)).status).toBe(422);
  });

  test("an outcome that there is not is refused with those that there are", async () => {
    const response = await send(zoom.url, "meetings/1", { action: "start" }, "json", { prefer: "example=notStarted" });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const { status, body } = await answerOf(response);
    expect(status).toBe(422);
    expect(body).toMatchObject({ detail: expect.stringMatching(/no such outcome in this profile.*updated \(204\), startThrottled \(429\)/) });
    expect(await zoom.requests.list()).toMatchObject([{ outcome: null, refusal: expect.stringContaining("notStarted") }]);
  });

  test("the limits of profile 2025 can be asked for, each with its headers", async () => {
    await using current = await startZoomMock({ profile: "2025" });
    const perSecond = await send(current.url, "meetings/68423085", { action: "start" }, "json", { prefer: "code=429" });
    expect([perSecond.status, perSecond.headers.get("x-ratelimit-type"), perSecond.headers.get("retry-after")]).toEqual([429, "QPS", null]);
    const perDay = await send(current.url, "webinars/68423085", { action: "start" }, "json", { prefer: "example=rateLimitPerDay" });
    expect([perDay.status, perDay.headers.get("x-ratelimit-type"), perDay.headers.get("retry-after")]).toEqual([429, "Daily-limit", "2026-01-02T00:00:00Z"]);
  });

  test("other preferences are left alone", async () => {
    const response = await send(zoom.url, "meetings/68423085", { action: "stop" }, "json", { prefer: "respond-async, wait=10" });
    expect(response.status).toBe(204);
  });
});

describe("what the mock does not have", () => {
  test.each([
    ["POST", "/v2/users/me/meetings", /does not implement POST \/v2\/users\/me\/meetings/],
    ["PATCH", "/v2/meeting/1/livestream/status", /The nearest it has: PATCH \/v2\/meetings\/\{meetingId\}\/livestream\/status/],
    ["PUT", "/v2/webinars/1/livestream/status", /The nearest it has: PATCH \/v2\/webinars\/\{webinarId\}\/livestream\/status\.$/],
    ["PATCH", "/meetings/1/livestream/status", /PATCH \/v2\/meetings/],
    ["GET", "/", /does not implement GET \//],
  ])("%s %s is answered 501 with the nearest routes", async (method, path, detail) => {
    const response = await fetch(zoom.url + path, { method });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await answerOf(response)).toMatchObject({ status: 501, body: { detail: expect.stringMatching(detail), nearest: expect.any(Array) } });
    expect(await zoom.requests.list()).toMatchObject([{ status: 501, operation: null, outcome: null, refusal: expect.stringMatching(detail) }]);
  });

  test("a path that is not UTF-8 and a body that is too large are refused as ours", async () => {
    const path = await fetch(`${zoom.url}/v2/meetings/%ff/livestream/status`, { method: "PATCH" });
    expect([path.status, path.headers.get("x-zoom-mock")]).toEqual([400, "refused"]);
    const body = await fetch(`${zoom.url}/v2/meetings/1/livestream/status`, { method: "PATCH", body: "x".repeat(1_100_000) });
    expect(body.status).toBe(413);
    expect(await body.json()).toMatchObject({ detail: expect.stringContaining("Bodies may have up to 1mb") });
  });
});

describe("the control API", () => {
  const health = (headers: Record<string, string>) => rawAnswer(zoom.port, `GET /__zoom/health HTTP/1.1\r\n${Object.entries({ Connection: "close", ...headers }).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`);

  test.each(["localhost:4010", "127.0.0.1", "127.0.0.2:80", "[::1]:4010", "LOCALHOST"])("answers to the Host %s", async (host) => {
    expect(await health({ Host: host })).toMatch(/^HTTP\/1\.1 200/);
  });

  test.each(["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:4010", "0.0.0.0"])("refuses the Host %s", async (host) => {
    expect(await health({ Host: host })).toMatch(/^HTTP\/1\.1 403[\s\S]*is not this machine's own name/);
  });

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
    const response = await fetch(`${zoom.url}/__zoom/clock/freeze`, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" }, body: '{"at":"2026-01-31T12:00:00Z"}' });
    expect(await answerOf(response)).toEqual({ status: 200, body: { mode: "frozen", now: "2026-01-31T12:00:00.000Z" } });
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

describe("as an Express app", () => {
  test("it works with supertest, without listening", async () => {
    const app = createZoomMockApp({ frozenAt: "2026-01-31T12:00:00Z" });
    const start = () => request(app).patch("/v2/meetings/68423085/livestream/status").set("authorization", "Bearer x").field("action", "start");
    await start().expect(204);
    await start().expect(429).expect("retry-after", "30");
    await app.zoom.clock.advance("30s");
    await start().expect(204);
    expect(await app.zoom.requests.list({ status: 204 })).toHaveLength(2);
  });

  test("it can be mounted below another app", async () => {
    const outer = express().use("/zoom", createZoomMockApp());
    await request(outer).patch("/zoom/v2/meetings/68423085/livestream/status").set("authorization", "Bearer x").send({ action: "start" }).expect(204);
    await request(outer).get("/zoom/__zoom/health").expect(200);
  });

  test("a server with our classes behaves like any other", async () => {
    const routes = (app: express.Express) =>
      app.get("/echo/:id", (req, res) => {
        res.status(201).set("x-app", String(req.app === app && res.app === app)).json({ id: req.params["id"], host: req.hostname, q: req.query, secure: req.secure });
      });
    const plain = routes(express());
    const fast = routes(express());
    const answers = await Promise.all(
      [http.createServer(plain), http.createServer(fastPrototypes(fast), fast)].map((server) => request(server).get("/echo/7?a=1")),
    );
    const [first, second] = answers.map(({ status, headers, body }) => ({ status, app: headers["x-app"], type: headers["content-type"], body }));
    expect(second).toEqual(first);
    expect(first).toMatchObject({ status: 201, app: "true", body: { id: "7", q: { a: "1" } } });
  });
});

/** Sends bytes and gives the bytes that come back. */
function rawAnswer(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("end", () => resolve(Buffer.concat(chunks).toString()));
    socket.on("error", reject);
  });
}
