import { describe, expect, test } from "vitest";
import * as kit from "../../src/pact.js";
import { livestreamStatus, outcomes, outcomesIn, providerState, regex, request, responses } from "../../src/pact.js";
import { builtRequest, builtResponse } from "./built.js";

test("these names are public at run time and no others", () => {
  expect(Object.keys(kit).sort()).toEqual([
    "anySetting",
    "contractCases",
    "equal",
    "jsonText",
    "livestreamStatus",
    "multipartForm",
    "outcomes",
    "outcomesIn",
    "providerState",
    "regex",
    "request",
    "responses",
    "signedWebhook",
    "webhook",
    "webhookCases",
  ]);
});

describe("requests", () => {
  test("without an id are for the seeds' meeting", () => {
    expect(livestreamStatus.multipart({ action: "start" }).slice(0, 2)).toEqual([
      "PATCH",
      "/v2/meetings/68423085/livestream/status",
    ]);
  });

  test("with a webinarId are for the webinar", () => {
    expect(livestreamStatus.json({ webinarId: "123" })[1]).toBe("/v2/webinars/123/livestream/status");
  });

  test("with two ids are refused", () => {
    const both = { meetingId: "1", webinarId: "2" } as never;
    expect(() => livestreamStatus.json(both)).toThrow("there are both a meetingId and a webinarId. Give one of them.");
  });

  test("hold plain settings exactly as they are given", () => {
    const settings = { display_name: "Ours", active_speaker_name: true };
    expect(builtRequest(livestreamStatus.json({ action: "start", settings }))).toMatchObject({
      body: { content: { action: "start", settings } },
      rules: {},
    });
  });

  test("take any token, or none", () => {
    expect(builtRequest(livestreamStatus.json({ token: "mine" })).headers["Authorization"]).toEqual(["Bearer mine"]);
    expect(builtRequest(livestreamStatus.multipart({ token: null })).headers["Authorization"]).toBeUndefined();
  });
});

describe("outcomes", () => {
  test("come from the fixtures of the profile, with what the answer mentions", () => {
    const [status, build] = outcomes.userDoesNotExist({ meetingId: "1", userId: "gone" });
    expect(status).toBe(404);
    expect(builtResponse([status, build]).body?.content).toEqual({ code: 1001, message: "User gone does not exist." });
  });

  test("are the webinar's where the id is one", () => {
    const answer = outcomes.userDoesNotExist({ webinarId: "1", userId: "gone" });
    expect(answer[0]).toBe(400);
    expect(builtResponse(answer).body?.content).toEqual({ code: 1001, message: "User does not exist: gone." });
  });

  test("match by pattern only what is different in each answer", () => {
    const answer = outcomes.startThrottled({ meetingId: "1", retryAfterSeconds: 12 });
    const headers: Record<string, unknown> = {};
    answer[1]({ headers: (given: unknown) => Object.assign(headers, given), jsonBody: () => headers } as never);
    expect(headers).toEqual({
      "Content-Type": "application/json;charset=UTF-8",
      "retry-after": { "pact:matcher:type": "regex", regex: "^\\d+$", value: "12" },
      "x-ratelimit-category": "Light",
      "x-zm-trackingid": {
        "pact:matcher:type": "regex",
        regex: "^v=2\\.0;clid=us02;rid=WEB_[0-9A-Fa-f]+$",
        value: "v=2.0;clid=us02;rid=WEB_00000000000000000000000000000001",
      },
    });
  });

  test("of a validation failure name the fields in the words of the fixture", () => {
    const answer = outcomes.validationFailed({ errors: [{ field: "settings.layout", problem: "missing" }] });
    expect(builtResponse(answer).body?.content).toMatchObject({
      errors: { 0: { field: "settings.layout", message: "Missing field." } },
    });
  });

  test("are those of the profile that is asked", () => {
    expect(outcomesIn("2025").invalidMeetingId()[0]).toBe(400);
    expect(outcomes.invalidMeetingId()[0]).toBe(300);
  });

  test("that the profile does not have are refused with those it has", () => {
    expect(() => outcomes.notStarted()).toThrow(
      "Failed to build the answer notStarted of meetingLiveStreamStatusUpdate: profile 2021 has none. There are updated, startThrottled, ",
    );
  });

  test("of a profile that there is not are refused at the first answer", () => {
    expect(() => outcomesIn("2019").updated()).toThrow("2021, 2025");
  });
});

describe("the request of any operation", () => {
  const CONFIGURATION = { stream_url: "rtmp://a", stream_key: "k", page_url: "" };

  test("has the ids and the body that are given, exactly", () => {
    const built = request("meetingLiveStreamUpdate", { meetingId: "1", body: CONFIGURATION });
    expect(built.slice(0, 2)).toEqual(["PATCH", "/v2/meetings/1/livestream"]);
    expect(builtRequest(built)).toMatchObject({ body: { content: CONFIGURATION }, rules: {} });
  });

  test("takes matchers in the body", () => {
    const body = { ...CONFIGURATION, stream_key: regex("^\\w+$", "k") };
    expect(builtRequest(request("meetingLiveStreamUpdate", { body })).rules).toEqual({
      "$.stream_key": { combine: "AND", matchers: [{ match: "regex", regex: "^\\w+$" }] },
    });
  });

  test("without a body of its own has a usual one, of which the kinds matter", () => {
    const { body, rules } = builtRequest(request("meetingLiveStreamUpdate"));
    expect(body?.content).toMatchObject({ stream_url: "rtmp://rtmp.example.com/live", resolution: "720p" });
    expect(rules["$.stream_url"]).toEqual({ combine: "AND", matchers: [{ match: "type" }] });
    expect(rules["$.resolution"]).toEqual({
      combine: "AND",
      matchers: [{ match: "regex", regex: "^(?:720p|1080p)$" }],
    });
  });

  test("has no body where the operation takes none, and no Authorization where there is to be none", () => {
    const built = request("getMeetingLiveStreamDetails", { token: null });
    expect(built.slice(0, 2)).toEqual(["GET", "/v2/meetings/68423085/livestream"]);
    expect(builtRequest(built)).toEqual({ headers: {}, rules: {} });
  });

  test("to OAuth is a form with an app's credentials", () => {
    const client = { id: "my-app", secret: "s3cret" };
    const built = builtRequest(request("oauthToken", { client, body: { grant_type: "client_credentials" } }));
    expect(built).toEqual({
      headers: {
        Authorization: [`Basic ${Buffer.from("my-app:s3cret").toString("base64")}`],
        "Content-Type": ["application/x-www-form-urlencoded"],
      },
      body: { content: "grant_type=client_credentials", encoded: false },
      rules: { "$.grant_type": { combine: "AND", matchers: [{ match: "equality" }] } },
    });
  });

  test("has the query that is given", () => {
    const built = builtRequest(request("meetings", { userId: "me", query: { type: "live" } }));
    expect(built.query).toEqual({ type: ["live"] });
  });

  test("of an operation that there is not is refused", () => {
    expect(() => request("meetingLivestreamUpdate" as "meetingLiveStreamUpdate")).toThrow(
      "Did you mean meetingLiveStreamUpdate?",
    );
  });
});

describe("the answers of any operation", () => {
  const details = responses("getMeetingLiveStreamDetails", "2025");

  test("have the document's required members by kind", () => {
    const { body, rules } = builtResponse(details.details());
    expect(Object.keys(body?.content ?? {})).toEqual(["page_url", "stream_key", "stream_url"]);
    expect(rules["$.stream_key"]).toEqual({ combine: "AND", matchers: [{ match: "type" }] });
  });

  test("have the members that are given as they are given, optional ones too", () => {
    const { body, rules } = builtResponse(
      details.details({ stream_key: "mine", resolution: regex("^\\d+p$", "720p") }),
    );
    expect(body?.content).toMatchObject({ stream_key: "mine", resolution: "720p" });
    expect(Object.keys(rules)).toEqual(["$.page_url", "$.stream_url", "$.resolution"]);
  });

  test("have lists of at least one of the kind", () => {
    const { rules } = builtResponse(responses("meetings", "2025").listed({ total_records: 7 }));
    expect(rules).toMatchObject({
      "$.meetings": { combine: "AND", matchers: [{ match: "type", min: 1 }] },
      "$.meetings[*].id": { combine: "AND", matchers: [{ match: "integer" }] },
    });
    expect(Object.keys(rules)).not.toContain("$.total_records");
  });

  test("mention the ids that are given", () => {
    const answer = details.meetingDoesNotExist({ meetingId: "404" });
    expect(answer[0]).toBe(404);
    expect(builtResponse(answer).body?.content).toEqual({ code: 3001, message: "Meeting does not exist: 404." });
  });

  test("that the profile does not have are refused with those it has", () => {
    expect(() => responses("getMeetingLiveStreamDetails").unsupportedContentType()).toThrow(
      "Failed to build the answer unsupportedContentType of getMeetingLiveStreamDetails: profile 2021 has none. There are details, ",
    );
  });
});

describe("provider states", () => {
  test("are completed by the catalogue", () => {
    expect(providerState("the meeting's host does not exist", { meetingId: "1" })).toEqual([
      "the meeting's host does not exist",
      { meetingId: "1", userId: "KDcuGIm1QgePTO8WbOqwIQ" },
    ]);
  });

  test("that are not in the catalogue are refused", () => {
    expect(() => providerState("a meting exists")).toThrow(
      'there is no "a meting exists". Did you mean a meeting exists?',
    );
    expect(() => providerState("a meeting exists", { id: "1" })).toThrow("has no parameter id. It has meetingId.");
  });
});
