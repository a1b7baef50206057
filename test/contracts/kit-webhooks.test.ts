import { describe, expect, test } from "vitest";
import { verifyZoomSignature } from "../../src/index.js";
import { regex, signedWebhook, webhook, webhookCases } from "../../src/pact.js";
import { builtMessage } from "./built.js";

const content = (message: Parameters<typeof builtMessage>[0]) => builtMessage(message).body?.content;

describe("a webhook", () => {
  test.each([
    ["meeting.live_streaming_started", 77],
    ["meeting.updated", 77],
    ["meeting.ended", "77"],
  ] as const)("%s has the id exactly, as a number or a text as it is known", (event, id) => {
    const message = webhook(event, { meetingId: "77" });
    expect(content(message)).toMatchObject({ event, payload: { object: { id } } });
    expect(Object.keys(builtMessage(message).rules)).not.toContain("$.payload.object.id");
  });

  test("that tells of something new has its id by kind, and the host that is given", () => {
    const message = webhook("webinar.created", { userId: "me" });
    expect(content(message)).toMatchObject({ payload: { object: { host_id: "me" } } });
    expect(builtMessage(message).rules).toMatchObject({
      "$.payload.object.id": { combine: "AND", matchers: [{ match: "integer" }] },
    });
  });

  test("has what the fixture says itself exactly, all else by kind", () => {
    const { rules } = builtMessage(webhook("meeting.live_streaming_stopped"));
    const kind = (match: string) => ({ combine: "AND", matchers: [expect.objectContaining({ match })] });
    expect(rules).toMatchObject({
      "$.event_ts": kind("integer"),
      "$.payload.account_id": kind("type"),
      "$.payload.object.start_time": kind("regex"),
      "$.payload.object.live_streaming.custom_live_streaming_settings.stream_key": kind("type"),
    });
    expect(Object.keys(rules)).not.toContain("$.event");
    expect(Object.keys(rules)).not.toContain("$.payload.object.live_streaming.service");
  });

  test("has what is given as it is given, also what Zoom does not document", () => {
    const object = { topic: "Ours", host_email: regex("^.+@.+$", "a@example.com"), settings: { more: { one: 1 } } };
    const message = webhook("meeting.created", { payload: { object } });
    expect(content(message)).toMatchObject({
      payload: {
        object: { topic: "Ours", host_email: "a@example.com", settings: { use_pmi: false, more: { one: 1 } } },
      },
    });
    const { rules } = builtMessage(message);
    expect(rules["$.payload.object.host_email"]).toMatchObject({ matchers: [{ match: "regex" }] });
    expect(Object.keys(rules)).not.toContain("$.payload.object.topic");
  });

  test("has what was changed with the id", () => {
    const message = webhook("meeting.updated", { meetingId: "77", payload: { object: { topic: "Ours" } } });
    expect(content(message)).toMatchObject({ payload: { object: { id: 77, topic: "Ours" }, old_object: { id: 77 } } });
  });

  test("has the headers that a receiver reads, by their form", () => {
    expect(builtMessage(webhook("meeting.ended")).forms).toMatchObject({
      "content-type": { matchers: [{ match: "regex" }] },
      "x-zm-request-id": { matchers: [{ match: "regex" }] },
      "x-zm-request-timestamp": { matchers: [{ match: "regex", regex: "^\\d{10}$" }] },
      "x-zm-signature": { matchers: [{ match: "regex", regex: "^v0=[0-9a-f]{64}$" }] },
    });
  });

  test("says in its description when, besides the event", () => {
    expect(webhook("endpoint.url_validation")[0]).toBe("endpoint.url_validation");
    expect(webhook("meeting.ended", { when: "after an hour" })[0]).toBe("meeting.ended, after an hour");
  });

  test.each([
    ["that there is not", "meeting.begun", {}, "there is no such event."],
    [
      "with the id of something else",
      "meeting.ended",
      { webinarId: "1" },
      "has no parameter webinarId. It has meetingId.",
    ],
  ])("%s is refused", (_what, event, params, message) => {
    expect(() => webhook(event as "meeting.ended", params as never)).toThrow(message);
  });
});

test("a message of a contract becomes a delivery whose signature is valid now", () => {
  const [first] = webhookCases();
  const { body, headers: metadata } = builtMessage(first?.expectsToReceive ?? ["", () => {}]);
  const message = { contents: { content: body?.content }, metadata };
  const signed = signedWebhook(message, { secretToken: "s3cret" });
  expect(JSON.parse(signed.body)).toEqual(body?.content);
  expect(signed.headers).toMatchObject({ "x-zm-request-id": metadata["x-zm-request-id"] });
  expect(verifyZoomSignature(signed, { secretToken: "s3cret" })).toBe(true);
  expect(verifyZoomSignature(signed, { secretToken: "another" })).toBe(false);
});

test("it is signed at the time that is given", () => {
  const now = "2026-01-31T12:00:00Z";
  const signed = signedWebhook({ contents: { content: {} }, metadata: {} }, { secretToken: "s3cret", now });
  expect(signed.headers["x-zm-request-timestamp"]).toBe("1769860800");
  expect(verifyZoomSignature(signed, { secretToken: "s3cret", now })).toBe(true);
});
