import { afterAll, beforeAll, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../../src/index.js";
import { send } from "../../support/commands.js";
import { temporaryFolder } from "../../support/folder.js";
import { rawAnswer } from "../../support/raw-answer.js";
import { readXml } from "../../support/xml.js";

const XML = "application/xml;charset=UTF-8";
const JSON_TYPE = "application/json;charset=UTF-8";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WRONG = { action: "pause", settings: { display_name: "" } };

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock({ profile: "2025", switches: { errorFormat: "accept" } });
});
afterAll(() => zoom.close());

const typeOf = async (accept: string, mock = zoom) =>
  (await send(mock.url, "meetings/68423085", WRONG, "json", { accept })).headers.get("content-type");

test.each([
  ["*/*", XML],
  ["text/html", XML],
  ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", XML],
  ["application/*", XML],
  ["application/jsonp", XML],
  ["application/json", JSON_TYPE],
  ["Application/JSON; charset=utf-8", JSON_TYPE],
  ["application/json, text/plain, */*", JSON_TYPE],
  ["text/html;q=0.9, application/json;q=0.1", JSON_TYPE],
])("errorFormat=accept: Accept %s gets %s", async (accept, type) => {
  expect(await typeOf(accept)).toBe(type);
});

test.each(["*/*", "text/html", "application/xml"])("errorFormat=json: Accept %s gets JSON", async (accept) => {
  await using other = await startZoomMock({ profile: "2025", switches: { errorFormat: "json" } });
  expect(await typeOf(accept, other)).toBe(JSON_TYPE);
});

test("without an Accept header it is XML, with its length in bytes", async () => {
  const raw = await rawAnswer(
    zoom.port,
    "PATCH /v2/meetings/68423085/livestream/status HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer x\r\nContent-Type: application/json\r\nContent-Length: 1\r\nConnection: close\r\n\r\n{",
  );
  const [head = "", body = ""] = raw.split("\r\n\r\n");
  expect(head).toMatch(/^HTTP\/1\.1 400 /);
  expect(head.toLowerCase()).toContain(`content-type: ${XML.toLowerCase()}`);
  expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
  expect(body).toBe(
    `${HEAD}<error><code>300</code><message>Request Body should be a valid JSON object.</message></error>`,
  );
});

test("a list of errors has the other root, and one element for each error", async () => {
  const response = await send(zoom.url, "meetings/68423085", WRONG, "json", { accept: "*/*" });
  expect(response.status).toBe(400);
  expect(await response.text()).toBe(
    `${HEAD}<result><code>300</code><message>Validation Failed.</message><errors><field>action</field><message>Invalid field.</message></errors><errors><field>settings.display_name</field><message>Invalid field.</message></errors></result>`,
  );
  expect((await zoom.requests.list()).at(-1)).toMatchObject({ outcome: "validationFailed", status: 400 });
});

test.each([
  ["success", "meetings/68423085", {}, 204, null],
  ["another code", "meetings/81000004927", {}, 400, JSON_TYPE],
  ["404", "meetings/404", {}, 404, JSON_TYPE],
  ["401", "meetings/68423085", { authorization: "" }, 401, JSON_TYPE],
  ["415 with code 300", "meetings/68423085", { "content-type": "text/plain" }, 415, JSON_TYPE],
  ["429, preferred", "meetings/68423085", { prefer: "example=rateLimitPerSecond" }, 429, JSON_TYPE],
  ["400 with code 300, preferred", "meetings/68423085", { prefer: "example=malformedJson" }, 400, XML],
  ["422 of the mock's own", "meetings/68423085", { prefer: "example=nothing" }, 422, "application/problem+json"],
])("%s comes as it should", async (_what, path, headers, status, type) => {
  await zoom.reset();
  const response = await send(zoom.url, path, { action: "start" }, "json", { accept: "*/*", ...headers });
  expect([response.status, response.headers.get("content-type")]).toEqual([status, type]);
});

test("HTTP 300 of profile 2021 is no 400: it stays JSON", async () => {
  await using seeds = await startZoomMock({ switches: { errorFormat: "accept" } });
  const response = await send(seeds.url, "meetings/x", { action: "start" }, "json", { accept: "*/*" });
  expect([response.status, response.headers.get("content-type")]).toEqual([300, JSON_TYPE]);
});

test("what a client sent stands in the XML as text, in a profile of one's own too", async () => {
  using folder = temporaryFolder({
    "profile.json": { name: "ours", extends: "2025" },
    "meetingLiveStreamStatusUpdate/invalidMeetingId.json": {
      outcome: "invalidMeetingId",
      evidence: "assumed",
      source: "a test",
      response: { status: 400, body: { code: 300, message: "Bad id {meetingId}", more: [1, null, { "2 x": true }] } },
    },
  });
  await using ours = await startZoomMock({ fixtures: folder.path, switches: { errorFormat: "accept" } });
  const id = '<b a="1">&amp;ü</b>\u0001';
  const response = await send(ours.url, `meetings/${encodeURIComponent(id)}`, { action: "stop" }, "json", {
    accept: "*/*",
  });
  const text = await response.text();
  expect(response.headers.get("content-length")).toBe(String(Buffer.byteLength(text)));
  expect(text).toBe(
    `${HEAD}<error><code>300</code><message>Bad id &lt;b a="1"&gt;&amp;amp;ü&lt;/b&gt;\uFFFD</message><more>1</more><more></more><more><_2_x>true</_2_x></more></error>`,
  );
  expect(readXml(text.replace(/<more>.*<\/more>/, ""))).toEqual({
    code: 300,
    message: `Bad id ${id.replace("\u0001", "\uFFFD")}`,
  });
});
