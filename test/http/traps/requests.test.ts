import { afterAll, beforeEach, expect, test } from "vitest";
import { type StartOptions, startZoomMock, type ZoomMock } from "../../../src/index.js";
import { answerOf, type Command, type CommandEncoding, send } from "../../support/commands.js";

const mocks = new Map<string, ZoomMock>();
beforeEach(async () => void (await Promise.all([...mocks.values()].map((zoom) => zoom.reset()))));
afterAll(async () => void (await Promise.all([...mocks.values()].map((zoom) => zoom.close()))));

async function mockWith(profile: string, switches: NonNullable<StartOptions["switches"]>): Promise<ZoomMock> {
  const key = JSON.stringify([profile, switches]);
  const zoom = mocks.get(key) ?? (await startZoomMock({ profile, switches }));
  mocks.set(key, zoom);
  return zoom;
}

test.each([
  ["sensitive", "2021", "meetings", "start", 204],
  ["sensitive", "2021", "meetings", "Start", 400],
  ["insensitive", "2021", "meetings", "Start", 204],
  ["insensitive", "2025", "webinars", "START", 204],
  ["insensitive", "2025", "meetings", "sTaRt", 204],
  ["insensitive", "2021", "meetings", "Mode", 400],
  ["insensitive", "2021", "webinars", "begin", 400],
  ["insensitive", "2021", "webinars", 7, 400],
] as const)("enumCase=%s, profile %s: %s with action %j answer %i", async (enumCase, profile, kind, action, status) => {
  const zoom = await mockWith(profile, { enumCase });
  for (const encoding of ["json", "multipart"] as const) {
    await zoom.reset();
    const response = await send(zoom.url, `${kind}/68423085`, { action }, encoding);
    expect([encoding, response.status]).toEqual([encoding, status]);
    const { livestream_status } = await zoom[kind].get("68423085");
    expect(livestream_status.status).toBe(status === 204 ? "live" : "stopped");
  }
});

const NOT_RECOGNIZED = { code: 2300, message: "This API endpoint is not recognized." };

test.each([
  ["GET", "/v2/nowhere"],
  ["GET", "/v2"],
  ["POST", "/v2/meetings/68423085/livestream/status"],
  ["DELETE", "/v2/meetings/68423085/livestream"],
])("unknownRoute: %s %s is answered by Zoom's 404 or by our 501, and the journal says which", async (method, path) => {
  const zooms = await mockWith("2025", { unknownRoute: "notRecognized" });
  const response = await fetch(zooms.url + path, { method });
  expect(response.headers.get("x-zm-trackingid")).toMatch(/^v=2\.0;clid=us02;rid=WEB_/);
  expect(response.headers.get("x-zoom-mock")).toBe("profile=2025, outcome=endpointNotRecognized, evidence=measured");
  expect(await answerOf(response)).toEqual({ status: 404, body: NOT_RECOGNIZED });
  expect(await zooms.requests.list()).toMatchObject([
    {
      method,
      path,
      operation: null,
      outcome: "endpointNotRecognized",
      evidence: "measured",
      status: 404,
      refusal: null,
    },
  ]);
  const ours = await mockWith("2025", { unknownRoute: "notImplemented" });
  expect((await fetch(ours.url + path, { method })).status).toBe(501);
  expect(await ours.requests.list()).toMatchObject([{ operation: null, outcome: null, status: 501 }]);
});

test.each(["/", "/nowhere", "/v20/users", "/__zoom"])(
  "unknownRoute=notRecognized: %s is none of Zoom's",
  async (path) => {
    const zoom = await mockWith("2021", { unknownRoute: "notRecognized" });
    const response = await fetch(zoom.url + path);
    expect([response.status, response.headers.get("x-zoom-mock")]).toEqual([path === "/__zoom" ? 404 : 501, "refused"]);
  },
);

const NEARLY: Command = { action: "start", settings: 'start{"display_name":"Town hall"}' };

test.each<[contentTypes: "lenient" | "strict", profile: string, what: string, status: number, sent: Sent]>([
  ["lenient", "2025", "a form where only JSON is listed", 204, { encoding: "multipart" }],
  ["strict", "2025", "a form where only JSON is listed", 415, { encoding: "multipart" }],
  ["strict", "2021", "a form where it is listed", 204, { encoding: "multipart" }],
  ["strict", "2021", "a form that is only nearly right", 204, { encoding: "multipart", command: NEARLY }],
  ["strict", "2025", "JSON with its charset", 204, { type: "application/json; charset=utf-8" }],
  ["strict", "2025", "JSON with a field that there is not", 204, { command: { action: "start", meeting_id: 1 } }],
  ["lenient", "2021", "JSON as text", 415, { type: "text/plain" }],
  ["strict", "2021", "JSON as text", 415, { type: "text/plain" }],
])("contentTypes=%s, profile %s: %s answers %i", async (contentTypes, profile, _what, status, sent) => {
  const zoom = await mockWith(profile, { contentTypes });
  const { encoding = "json", command = { action: "start" }, type } = sent;
  const response = await send(zoom.url, "meetings/68423085", command, encoding, type ? { "content-type": type } : {});
  const { status: answered, body } = await answerOf(response);
  expect(answered).toBe(status);
  if (status === 415) expect(body).toEqual({ code: 300, message: "Unsupported Content Type" });
});

test.each([
  ["lenient", 204],
  ["strict", 415],
] as const)("contentTypes=%s: a urlencoded form, which no profile lists, answers %i", async (contentTypes, status) => {
  const zoom = await mockWith("2021", { contentTypes });
  const response = await fetch(`${zoom.url}/v2/meetings/68423085/livestream/status`, {
    method: "PATCH",
    headers: { authorization: "Bearer x" },
    body: new URLSearchParams({ action: "start" }),
  });
  expect(response.status).toBe(status);
  expect(response.headers.get("x-zoom-mock-diagnosis")).toContain("unlistedContentType");
});

interface Sent {
  readonly encoding?: CommandEncoding;
  readonly command?: Command;
  readonly type?: string;
}
