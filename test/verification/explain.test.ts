import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectZoomMock, describeOperations, startZoomMock, type ZoomMock } from "../../src/index.js";
import { ADVISED } from "../../src/verification/advice.js";
import { send } from "../support/commands.js";

// One interface, two transports: every test below runs in process and over HTTP.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("a mock used %s", (_title, use) => {
  let started: ZoomMock;
  let zoom: ZoomMock;
  beforeEach(async () => {
    started = await startZoomMock({ profile: "2025" });
    zoom = use(started);
  });
  afterEach(() => started.close());

  const raw = (method: string, path: string, headers: Record<string, string> = {}) =>
    fetch(zoom.url + path, { method, headers: { authorization: "Bearer any", ...headers } });

  test("explains a refusal: what passed, what decided, how it is known, what to change", async () => {
    await send(zoom.url, "meetings/81000004927", { action: "start" });
    const explanation = await zoom.requests.explain(1);
    expect(explanation).toMatchObject({
      request: { id: 1, outcome: "notStarted" },
      operation: { id: "meetingLiveStreamStatusUpdate" },
      passed: ["route", "token", "limits", "path", "body"],
      rule: { guard: "operation", outcome: "notStarted", when: "the meeting is not in progress" },
      fixture: { file: "fixtures/profiles/2025/meetingLiveStreamStatusUpdate/notStarted.json", evidence: "documented" },
    });
    expect(explanation.text).toMatchInlineSnapshot(`
      "#1 PATCH /v2/meetings/81000004927/livestream/status → 400 notStarted
      Operation: meetingLiveStreamStatusUpdate (Update the status of a meeting's live stream)
      Passed: route, token, limits, path, body
      Decided by operation: notStarted, answered when the meeting is not in progress
      Known from: Zoom description 2025-12-12, 400 code 4927 (documented; fixtures/profiles/2025/meetingLiveStreamStatusUpdate/notStarted.json)
      To be accepted:
        - Let the host start it first: meetings.start("81000004927"). A practice session does not count."
    `);
    await zoom.meetings.start("81000004927");
    expect((await send(zoom.url, "meetings/81000004927", { action: "start" })).status).toBe(204);
  });

  test("names what each refused field may be", async () => {
    await send(zoom.url, "meetings/68423085", { action: "Start", settings: { display_name: "x".repeat(51) } });
    expect((await zoom.requests.explain(1)).toBeAccepted).toEqual([
      'action: it must be ("start" | "stop" | "mode").',
      "settings.display_name: it may have 50 characters at most.",
    ]);
  });

  test("of a body that cannot be read gives a request that can", async () => {
    await raw("PATCH", "/v2/meetings/68423085/livestream/status").then(() => zoom.requests.clear());
    const headers = { authorization: "Bearer any", "content-type": "application/x-www-form-urlencoded" };
    const body = '{"action":"start"}';
    await fetch(`${zoom.url}/v2/meetings/68423085/livestream/status`, { method: "PATCH", headers, body });
    const { passed, toBeAccepted } = await zoom.requests.explain(1);
    expect(passed).toEqual(["route", "token", "limits", "path"]);
    expect(toBeAccepted.at(-1)).toMatch(/^Try: curl -X PATCH .*application\/json/);
  });

  test("of what was accepted asks for no change; of what was asked for, to ask for nothing", async () => {
    await send(zoom.url, "meetings/68423085", { action: "start" });
    await send(zoom.url, "meetings/68423085", { action: "start" }, "json", { prefer: "example=notStarted" });
    expect(await zoom.requests.explain(1)).toMatchObject({ rule: { guard: "operation" }, toBeAccepted: [] });
    expect((await zoom.requests.explain(1)).passed).toContain("operation");
    expect(await zoom.requests.explain(2)).toMatchObject({
      passed: [],
      rule: { guard: "Prefer", outcome: "notStarted" },
      toBeAccepted: [expect.stringContaining("Leave the Prefer header out")],
    });
  });

  test.each([
    ["PATCH", "/meetings/1/livestream/status", "meetingLiveStreamStatusUpdate", ["/v2 is missing at the beginning"]],
    ["PATCH", "/v2/v2/meetings/1/livestream/status", "meetingLiveStreamStatusUpdate", ["/v2 stands there twice"]],
    ["PATCH", "/v2//webinars/1/livestream/status", "webinarLiveStreamStatusUpdate", ["a slash stands there twice"]],
    ["POST", "/v2/meetings/1/livestream/status", "meetingLiveStreamStatusUpdate", ["the method is PATCH, not POST"]],
    ["PATCH", "/v2/Meetings/1/livestream/status", "meetingLiveStreamStatusUpdate", ["it is /meetings, not /Meetings"]],
    ["GET", "/v2/webinars/1/livestreams", "getWebinarLiveStreamDetails", ["it is /livestream, not /livestreams"]],
    ["PATCH", "/v2/meetings/1/livestream/status/now", "meetingLiveStreamStatusUpdate", ["/now at the end"]],
  ])("of %s %s the nearest operation is %s", async (method, path, operation, why) => {
    await raw(method, path);
    const [miss] = await zoom.requests.nearMisses();
    expect(miss?.operations[0]).toMatchObject({
      operation,
      why: why.map((reason) => expect.stringContaining(reason)),
    });
  });

  test("what no operation answered is what the mock refused and what Zoom has not", async () => {
    await using realistic = await startZoomMock({ profile: "2025", switches: { unknownRoute: "notRecognized" } });
    await fetch(`${realistic.url}/v2/meetngs`);
    expect(await realistic.requests.unmatched()).toMatchObject([{ outcome: "endpointNotRecognized", status: 404 }]);
    expect((await realistic.requests.explain(1)).toBeAccepted.join()).toContain("it is /meetings, not /meetngs");
    await raw("GET", "/v2/meetings/68423085");
    await raw("GET", "/nowhere/at/all/whatever/this/is");
    await raw("GET", "/v2/meetings/68423085", { prefer: "example=nothing" });
    const [far, asked] = await zoom.requests.nearMisses();
    expect((await zoom.requests.unmatched()).map(({ id, status }) => [id, status])).toEqual([
      [2, 501],
      [3, 422],
    ]);
    expect(far?.operations).toEqual([]);
    expect(asked?.operations[0]?.why).toEqual([expect.stringContaining("no such outcome")]);
  });

  test("refuses a number that the journal has not", async () => {
    await expect(zoom.requests.explain(7)).rejects.toThrow(/none with the number\. It is empty\.$/);
    await raw("GET", "/v2/meetings/68423085");
    await expect(zoom.requests.explain(7)).rejects.toThrow(/It has #1 to #1\.$/);
  });
});

test("there is advice on outcomes that there are, and no other", () => {
  const outcomes = ["2021", "2025"].flatMap((profile) =>
    describeOperations(profile).operations.flatMap((operation) => operation.outcomes.map(({ outcome }) => outcome)),
  );
  expect(ADVISED.length).toBeGreaterThan(20);
  expect(ADVISED.filter((name) => ![...outcomes, "endpointNotRecognized"].includes(name))).toEqual([]);
});
