import { describe, expect, test } from "vitest";
import {
  createPostmanCollection,
  describeOperations,
  importPostmanCollection,
  startZoomMock,
} from "../../../src/index.js";
import { answerOf, send } from "../../support/commands.js";
import { SEEDS } from "../../support/seeds.js";
import { example, importExamples, item, recorded } from "./collection-of.js";
import { SEED_COLLECTION, SEED_ITEMS } from "./seed-items.js";
import { contents, written } from "./written.js";

describe("the seeds' items", () => {
  test.each([
    ["the meeting's", SEED_ITEMS[0], 7],
    ["the webinar's", SEED_ITEMS[1], 5],
    ["both", SEED_COLLECTION, 12],
  ])("%s are read whole, as documented", (_, json, answers) => {
    const imported = importPostmanCollection(json, { name: "seeds" });
    const { "profile.json": manifest, ...fixtures } = contents(imported);
    expect([imported.read.length, imported.notRead]).toEqual([answers, []]);
    expect(manifest).toMatchObject({ name: "seeds", extends: "2021" });
    expect(Object.keys(fixtures)).toHaveLength(answers);
    for (const fixture of Object.values(fixtures)) {
      expect(fixture).toMatchObject({
        evidence: "documented",
        source: expect.stringMatching(/^Postman .*, example ".+"$/),
      });
    }
  });

  test.each(SEEDS.map((seed) => [seed.operation, seed] as const))(
    "a mock with their profile knows every answer documented for %s",
    (operation, seed) => {
      using folder = written(importPostmanCollection(SEED_COLLECTION, { name: "seeds" }));
      const described = describeOperations(folder.path).operations.find(({ id }) => id === operation);
      for (const response of seed.responses) {
        const source = expect.stringMatching(/^Postman collection "Zoom API": meetings /);
        expect(described?.outcomes).toContainEqual(
          expect.objectContaining({ ...response, evidence: "documented", source }),
        );
      }
    },
  );

  const tooMany =
    "Too many requests submitted to start the live stream of this meeting: 68423085. If the live stream has not already started, retry making a new request after 30 seconds.";
  test.each([
    ["meetings/68423085", 204, undefined],
    ["meetings/", 300, { code: 300, message: "Missing meetingId." }],
    ["meetings/:meetingId", 300, { code: 300, message: "Invalid meetingId" }],
    ["meetings/82746065432", 400, { code: 3000, message: "Cannot access webinar info." }],
    [
      "meetings/81000001010",
      400,
      { code: 1010, message: "User does not belong to this account: zjXTYXf1R8WQVOZu_2CVuA." },
    ],
    ["meetings/81000001001", 404, { code: 1001, message: "User nobody does not exist." }],
    ["webinars/68423085", 204, undefined],
    ["webinars/85746065432", 400, { code: 300, message: "Webinar Id does not exist." }],
    ["webinars/:webinarId", 400, { code: 300, message: "Invalid Webinar Id." }],
    ["webinars/404", 400, { code: 3001, message: "Webinar does not exist: 404." }],
    ["webinars/82000001001", 400, { code: 1001, message: "User does not exist: nobody." }],
  ])("a mock with their profile answers %s as documented", async (path, status, body) => {
    using folder = written(importPostmanCollection(SEED_COLLECTION, { name: "seeds" }));
    await using zoom = await startZoomMock({ fixtures: folder.path });
    const response = await send(zoom.url, path, { action: "start" });
    expect(response.headers.get("x-zoom-mock")).toMatch(/^profile=seeds, .*evidence=documented$/);
    expect(await answerOf(response)).toEqual({ status, body });
  });

  test("a mock with their profile refuses a second start as documented", async () => {
    using folder = written(importPostmanCollection(SEED_COLLECTION, { name: "seeds" }));
    await using zoom = await startZoomMock({ fixtures: folder.path });
    await send(zoom.url, "meetings/68423085", { action: "start" });
    const second = await answerOf(await send(zoom.url, "meetings/68423085", { action: "start" }));
    expect(second).toEqual({ status: 429, body: { code: 429, message: tooMany } });
  });
});

describe("an example's answer", () => {
  test("replaces what the extended profile says, with the example's own status and wording", async () => {
    using folder = written(importExamples([example("**Error Code:** `3000`<br>CANNOT ACCESS: webinar info!", 403)]));
    await using zoom = await startZoomMock({ fixtures: folder.path });
    const answer = await answerOf(await send(zoom.url, "meetings/82746065432", { action: "start" }));
    expect(answer).toEqual({ status: 403, body: { code: 3000, message: "CANNOT ACCESS: webinar info!" } });
  });

  test("is found where a few words differ", () => {
    const imported = importExamples([example("**Error Code:** `3000`<br>Cannot access this webinar info.", 400)]);
    expect(imported.read).toMatchObject([{ outcome: "cannotAccessWebinarInfo", inherited: false }]);
    expect(imported.files.at(-1)?.text).toContain('found by like words: \\"Cannot access webinar info.\\"');
  });

  test("adds a rule that the extended profile does not know", async () => {
    const body = { code: 4927, message: "Meeting 123 has not started." };
    using folder = written(importExamples([recorded(400, body)]));
    await using zoom = await startZoomMock({ fixtures: folder.path });
    const answer = await answerOf(await send(zoom.url, "meetings/81000004927", { action: "start" }));
    expect(answer).toEqual({ status: 400, body: { code: 4927, message: "Meeting 81000004927 has not started." } });
  });

  test("keeps the headers of its outcome and no others", () => {
    const message =
      "Too many requests submitted to start the live stream of this meeting: 1. If the live stream has not already started, retry making a new request after 30 seconds.";
    const headers = [
      { key: "Retry-After", value: "17" },
      { key: "Date", value: "Thu, 01 Jan 2026 00:00:00 GMT" },
    ];
    expect(contents(importExamples([recorded(429, { code: 429, message }, headers)]))).toMatchObject({
      "meetingLiveStreamStatusUpdate/startThrottled.json": {
        response: {
          headers: { "retry-after": "{retryAfterSeconds}" },
          body: { message: expect.stringContaining("{meetingId}") },
        },
      },
    });
  });

  test("is found for every outcome that our own profile answers with it", () => {
    const imported = importExamples([example("**Error Code:** `300`<br>Invalid meeting ID.", 400)], "2025");
    expect(imported.read.map(({ outcome }) => outcome)).toEqual(["missingMeetingId", "invalidMeetingId"]);
  });
});

test.each([
  ["a text", "https://api.zoom.us/v2/webinars/123/livestream/status?x=1"],
  ["a raw text", { raw: "{{baseUrl}}/webinars/{{webinarId}}/livestream/status" }],
  ["parts", { path: ["v2", "webinars", ":webinarId", "livestream", { type: "any", value: "status" }] }],
  ["a path", { path: "v2/webinars/:webinarId/livestream/status" }],
])("a request's operation is found where its URL is %s", (_, url) => {
  const { read } = importPostmanCollection(item([example("Done", 204)], { url }));
  expect(read).toMatchObject([{ operation: "webinarLiveStreamStatusUpdate", outcome: "updated" }]);
});

describe("our own collection", () => {
  test.each(["2021", "2025"])("comes back as profile %s, evidence included", (profile) => {
    const collection = JSON.parse(JSON.stringify(createPostmanCollection({ profiles: [profile] })));
    const imported = importPostmanCollection(collection, { extends: profile });
    expect(imported.notRead).toEqual([]);
    using folder = written(imported);
    const told = (from: string) =>
      describeOperations(from).operations.map(({ outcomes }) =>
        outcomes.map(({ outcome, status, code, message, evidence }) => ({ outcome, status, code, message, evidence })),
      );
    expect(told(folder.path)).toEqual(told(profile));
    const inherited = imported.read.filter((each) => each.inherited).map(({ outcome }) => outcome);
    expect(inherited).toEqual(expect.arrayContaining(["validationFailed", "details", "notConfiguredMembers"]));
  });

  test("with several profiles gives the one that is extended, and says so of the others", () => {
    const { read, notRead } = importPostmanCollection(JSON.parse(JSON.stringify(createPostmanCollection())));
    const examples = (profile: string) =>
      createPostmanCollection({ profiles: [profile] }).item.flatMap(({ item }) =>
        item.flatMap(({ response }) => response),
      );
    expect(read).toHaveLength(examples("2021").length);
    expect(notRead).toHaveLength(examples("2025").length);
    for (const { reason } of notRead) expect(reason).toMatch(/^it is an answer of profile 2025\. Import it into/);
  });
});
