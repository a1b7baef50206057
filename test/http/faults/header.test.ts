import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { FAULT_KINDS } from "../../../src/domain/fault.js";
import { startZoomMock, type ZoomMock } from "../../../src/index.js";
import { outcomesOf } from "../../../src/operations/common-outcomes.js";
import { operations } from "../../../src/operations/index.js";
import { send } from "../../support/commands.js";
import { rawAnswer } from "../../support/raw-answer.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

const MEETING = "meetings/68423085";
const start = (headers: Record<string, string>) => send(zoom.url, MEETING, { action: "start" }, "json", headers);

test("one request asks for a kind or an outcome by its header", async () => {
  expect((await start({ "x-zoom-mock-fault": "serviceUnavailable" })).status).toBe(503);
  expect((await start({ "x-zoom-mock-fault": "userNotInAccount" })).status).toBe(400);
  await expect(start({ "x-zoom-mock-fault": "resetBefore, performed=true" })).rejects.toThrow();
  expect((await start({})).status).toBe(429);
  expect(await zoom.requests.list()).toMatchObject([
    { outcome: "serviceUnavailable", fault: { id: null, performed: false } },
    { outcome: "userNotInAccount", fault: { id: null, name: "userNotInAccount" } },
    { status: 0, outcome: "resetBefore", after: { status: "live" }, fault: { performed: true } },
    { outcome: "startThrottled", fault: null },
  ]);
});

test("the header goes before what is planned, which stays planned", async () => {
  await zoom.faults.plan({ kind: "internalError" });
  expect((await start({ "x-zoom-mock-fault": "badGateway, delay=1ms" })).status).toBe(502);
  expect((await start({})).status).toBe(500);
});

test("an answer by Prefer can be spoiled too", async () => {
  const response = await start({ "x-zoom-mock-fault": "wrongContentType", prefer: "example=startThrottled" });
  expect([response.status, response.headers.get("content-type")]).toEqual([429, "text/html;charset=UTF-8"]);
});

test.each([
  ["resetBefor", /resetBefor is no outcome of meetingLiveStreamStatusUpdate.* Did you mean resetBefore\?/],
  ["notStarted", /notStarted is no outcome of meetingLiveStreamStatusUpdate in profile 2021/],
  ["delay, times=2", /it cannot say times\..* Plan other faults by control API/],
  ["delay, delay=1h", /its delay is no length of time up to a minute/],
  ["delay, performed=perhaps", /performed is true or false/],
  ['{"kind":"delay"}', /not JSON/],
  ["", /is no fault/],
])("a header that asks for what there is not is refused by the mock itself: %j", async (header, detail) => {
  const response = await start({ "x-zoom-mock-fault": header });
  expect([response.status, response.headers.get("content-type")]).toEqual([422, "application/problem+json"]);
  expect(((await response.json()) as { detail: string }).detail).toMatch(detail);
  expect((await zoom.meetings.get("68423085")).livestream_status.status).toBe("stopped");
});

test("a duplicate stands behind the answer, on a connection that stays open", async () => {
  const head = "Host: x\r\nAuthorization: Bearer any\r\n";
  const text = await rawAnswer(
    zoom.port,
    `GET /v2/meetings/68423085/livestream HTTP/1.1\r\n${head}X-Zoom-Mock-Fault: duplicate\r\n\r\nGET /v2/meetings/404/livestream HTTP/1.1\r\n${head}Connection: close\r\n\r\n`,
  );
  expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 200", "HTTP/1.1 404"]);
  const [first = "", second] = text.split(/(?=HTTP)/).map((answer) => answer.split("\r\n\r\n")[1]);
  expect(first).toContain("stream_url");
  expect(second).toBe(first);
});

test("no kind of fault has the name of an outcome, so that a word means one of them", () => {
  const names = operations.flatMap((operation) => Object.keys(outcomesOf(operation)));
  expect(names.length).toBeGreaterThan(100);
  expect(Object.keys(FAULT_KINDS).filter((kind) => names.includes(kind))).toEqual([]);
});
