import http from "node:http";
import axios from "axios";
import got from "got";
import supertest from "supertest";
import { request, fetch as undiciFetch } from "undici";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AnyResponse, assertMocked, createZoomMockApp, startZoomMock, type ZoomMock } from "../../src/index.js";

let zoom: ZoomMock;
let elsewhere: http.Server;
let elsewhereUrl: string;
beforeAll(async () => {
  zoom = await startZoomMock({ autoConsent: true });
  elsewhere = http.createServer((_request, response) => response.writeHead(204).end());
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  elsewhereUrl = `http://127.0.0.1:${(elsewhere.address() as { port: number }).port}`;
});
afterAll(async () => {
  await zoom.close();
  elsewhere.closeAllConnections();
  elsewhere.close();
});

describe("an answer of the mock passes, any other does not:", () => {
  test.each<[client: string, ask: (url: string) => Promise<AnyResponse>, saysUrl: boolean]>([
    ["fetch", (url) => fetch(url), true],
    ["undici's fetch", (url) => undiciFetch(url), true],
    ["undici's request", (url) => request(url), false],
    ["axios", (url) => axios.get(url, { validateStatus: () => true }), true],
    ["got", (url) => got(url, { throwHttpErrors: false }), true],
    ["supertest", async (url) => supertest(new URL(url).origin).get(new URL(url).pathname), true],
    ["node:http", (url) => new Promise((resolve) => http.get(url, (response) => resolve(response.resume()))), false],
  ])("%s", async (_client, ask, saysUrl) => {
    const answer = await ask(`${zoom.url}/v2/users/me`);
    expect(assertMocked(answer)).toBe(answer);
    const other = await ask(`${elsewhereUrl}/v2/users/me`);
    const subject = saysUrl ? `${elsewhereUrl}/v2/users/me` : "the answer";
    expect(() => assertMocked(other)).toThrow(
      `Failed to find the mock behind ${subject}: it did not come from zoom-mock, as it has no x-zoom-mock header. Point`,
    );
  });

  test("supertest with an app", async () => {
    expect(assertMocked(await supertest(createZoomMockApp()).get("/v2/users/me")).status).toBe(401);
  });
});

test("its type is that of what was given", async () => {
  const { status }: Response = assertMocked(await fetch(`${zoom.url}/v2/users/me`));
  expect(status).toBe(401);
});

describe("each answer of the mock says that it is one:", () => {
  test.each<[what: string, path: string, init: RequestInit, status: number]>([
    ["one like Zoom's", "/v2/users/me", { headers: { authorization: "Bearer x" } }, 200],
    ["a refusal like Zoom's", "/v2/users/me", {}, 401],
    ["a token", "/oauth/token?grant_type=client_credentials", { method: "POST" }, 400],
    ["a page", "/oauth_device", {}, 200],
    ["a page that is refused", "/oauth/authorize", {}, 400],
    ["what it does not implement", "/v2/contacts", {}, 501],
    ["what it does not implement below a universe", "/u/default/v2/contacts", {}, 501],
    ["no universe", "/u/u99/v2/users/me", {}, 404],
    ["no outcome", "/v2/users/me", { headers: { prefer: "example=nothing" } }, 422],
    ["no fault", "/v2/users/me", { headers: { "x-zoom-mock-fault": "nothing" } }, 422],
    ["a fault", "/v2/users/me", { headers: { "x-zoom-mock-fault": "badGateway" } }, 502],
    ["a path that cannot be read", "/v2/meetings/%ff", {}, 400],
    ["a control command", "/__zoom/health", {}, 200],
    ["a control command that says nothing", "/__zoom/reset", { method: "POST" }, 204],
    ["a control command that is refused", "/__zoom/meetings/x%20y", { method: "PUT", body: "{" }, 400],
    ["no control command", "/__zoom/nothing", {}, 404],
    ["a stranger to the control API", "/__zoom/health", { headers: { origin: "http://evil.example" } }, 403],
    ["the event stream", "/__zoom/events", { headers: { accept: "text/event-stream" } }, 200],
    ["the metrics", "/__zoom/metrics", {}, 200],
    ["the description", "/__zoom/openapi.json", {}, 200],
    ["the pages of the description", "/__zoom/docs", {}, 200],
    ["a file of theirs", "/__zoom/docs/swagger-ui.css", {}, 200],
    ["where they are", "/__zoom/docs/", {}, 302],
  ])("%s", async (_what, path, init, status) => {
    const answer = await fetch(zoom.url + path, { redirect: "manual", ...init });
    await answer.body?.cancel();
    expect(assertMocked(answer).status).toBe(status);
  });
});
