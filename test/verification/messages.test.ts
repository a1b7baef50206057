import { afterAll, beforeAll, expect, test } from "vitest";
import { type RequestExpectation, startZoomMock, type ZoomMock } from "../../src/index.js";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock({ profile: "2025" });
});
afterAll(() => zoom.close());

const STATUS = "/v2/meetings/68423085/livestream/status";

/** What is said when this was sent and that was expected. */
async function said(
  sent: { path?: string; method?: string; headers?: Record<string, string>; body?: unknown },
  expectation: RequestExpectation,
): Promise<string> {
  await zoom.requests.clear();
  const { path = STATUS, method = "PATCH", headers = {}, body = { action: "start" } } = sent;
  const types = { authorization: "Bearer any", accept: "application/json", "content-type": "application/json" };
  await fetch(zoom.url + path, {
    method,
    headers: { ...types, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return zoom.verify(expectation).then(
    () => "",
    (error: Error) => error.message,
  );
}

test("a webinar's id on the meetings' path", async () => {
  expect(
    await said(
      { path: "/v2/meetings/82746065432/livestream/status" },
      { operation: "webinarLiveStreamStatusUpdate", params: { webinarId: "82746065432" } },
    ),
  ).toMatchInlineSnapshot(`
    "Failed to verify: expected at least 1 request, found none.

    Expected:
      operation: "webinarLiveStreamStatusUpdate"
      params: {"webinarId":"82746065432"}

    Nearest of 1:
      #1 PATCH /v2/meetings/82746065432/livestream/status → 400 cannotAccessWebinarInfo
        operation: expected "webinarLiveStreamStatusUpdate", found "meetingLiveStreamStatusUpdate"
        params.webinarId: expected "82746065432", found nothing
        Likely: It was sent to the meetings' path: a webinar has the same path under /v2/webinars.
        Likely: It ended with cannotAccessWebinarInfo: the id is a webinar's. 82746065432 is a webinar's id: send it to the same path under /v2/webinars."
  `);
});

test("an id of the other kind, refused", async () => {
  expect(
    await said({ path: "/v2/meetings/82746065432/livestream/status" }, { outcome: "updated" }),
  ).toMatchInlineSnapshot(`
    "Failed to verify: expected at least 1 request, found none.

    Expected:
      outcome: "updated"

    Nearest of 1:
      #1 PATCH /v2/meetings/82746065432/livestream/status → 400 cannotAccessWebinarInfo
        outcome: expected "updated", found "cannotAccessWebinarInfo"
        Likely: It ended with cannotAccessWebinarInfo: the id is a webinar's. 82746065432 is a webinar's id: send it to the same path under /v2/webinars."
  `);
});

test("a member of settings at the top level, and an action in capitals", async () => {
  expect(
    await said(
      { body: { action: "Start", display_name: "My stream" } },
      { body: { action: "start", settings: { display_name: "My stream" } } },
    ),
  ).toMatchInlineSnapshot(`
    "Failed to verify: expected at least 1 request, found none.

    Expected:
      body: {"action":"start","settings":{"display_name":"My stream"}}

    Nearest of 1:
      #1 PATCH /v2/meetings/68423085/livestream/status → 400 validationFailed
        body.action: expected "start", found "Start"
        body.settings.display_name: expected "My stream", found nothing
        Likely: body.action differs in case only: Zoom's values are case-sensitive.
        Likely: display_name stands at the top level of the body; Zoom reads it in settings."
  `);
});

test("a flat name, as ZoomNet sends it, and a text for a boolean", async () => {
  expect(
    await said(
      { body: { action: "start", "settings/display_name": "My stream", settings: { active_speaker_name: "true" } } },
      { body: { settings: { display_name: "My stream", active_speaker_name: true } } },
    ),
  ).toMatchInlineSnapshot(`
    "Failed to verify: expected at least 1 request, found none.

    Expected:
      body: {"settings":{"display_name":"My stream","active_speaker_name":true}}

    Nearest of 1:
      #1 PATCH /v2/meetings/68423085/livestream/status → 400 validationFailed
        body.settings.display_name: expected "My stream", found nothing
        body.settings.active_speaker_name: expected true, found "true"
        Likely: "settings/display_name" is one flat name; send display_name in settings.
        Likely: body.settings.active_speaker_name was sent as a string, not as a boolean."
  `);
});

test("JSON under a form", async () => {
  expect(
    await said(
      { headers: { "content-type": "application/x-www-form-urlencoded" } },
      { encoding: "json", body: { action: "start" } },
    ),
  ).toMatchInlineSnapshot(`
    "Failed to verify: expected at least 1 request, found none.

    Expected:
      body: {"action":"start"}
      encoding: "json"

    Nearest of 1:
      #1 PATCH /v2/meetings/68423085/livestream/status → 400 validationFailed
        encoding: expected "json", found "urlencoded"
        body.action: expected "start", found nothing
        Likely: jsonUnderForm (Content-Type): The body is JSON, but the Content-Type announces a form. Send application/json."
  `);
});

test("no Accept header that asks for JSON", async () => {
  expect(
    await said({ headers: { accept: "*/*" } }, { headers: { accept: "application/json" } }),
  ).toMatchInlineSnapshot(`
    "Failed to verify: expected at least 1 request, found none.

    Expected:
      headers: {"accept":"application/json"}

    Nearest of 1:
      #1 PATCH /v2/meetings/68423085/livestream/status → 204 updated
        headers.accept: expected "application/json", found "*/*"
        Likely: Accept is */*: send Accept: application/json, or Zoom may answer errors in XML (switch errorFormat)."
  `);
});

test("a base URL without /v2", async () => {
  expect(
    await said({ path: "/meetings/68423085/livestream/status" }, { operation: "meetingLiveStreamStatusUpdate" }),
  ).toMatchInlineSnapshot(`
    "Failed to verify: expected at least 1 request, found none.

    Expected:
      operation: "meetingLiveStreamStatusUpdate"

    Nearest of 1:
      #1 PATCH /meetings/68423085/livestream/status → 501 refused by zoom-mock
        operation: expected "meetingLiveStreamStatusUpdate", found nothing
        Likely: The route is that of no operation: /v2 is missing at the beginning: the base URL of Zoom's API ends with it."
  `);
});

test("an expectation that is wrong itself", async () => {
  expect(
    await said({ body: { action: "start", settings: { display_name: "A" } } }, { body: { display_name: "A" } }),
  ).toMatchInlineSnapshot(`
    "Failed to verify: expected at least 1 request, found none.

    Expected:
      body: {"display_name":"A"}

    Nearest of 1:
      #1 PATCH /v2/meetings/68423085/livestream/status → 400 settingsLocked
        body.display_name: expected "A", found nothing
        Likely: The expectation is wrong: Zoom reads display_name in settings, where it was sent, not at the top level of the body."
  `);
});

test("too many", async () => {
  expect(
    await said({ path: "/v2/meetings/81000004927/livestream/status" }, { times: 0 } as never),
  ).toMatchInlineSnapshot(`
    "Failed to verify: expected no request, found 1.

    Expected: any request

    Received:
      #1 PATCH /v2/meetings/81000004927/livestream/status → 400 notStarted"
  `);
});

test("an order that is another", async () => {
  await said({ body: { action: "stop" } }, {});
  await fetch(zoom.url + STATUS, { method: "PATCH", headers: { authorization: "Bearer any" }, body: "x" });
  const steps = [{ outcome: "unsupportedContentType" }, { body: { action: "stop" } }];
  const { message } = (await zoom.verifyInOrder(steps).catch((error: unknown) => error)) as Error;
  expect(message).toMatchInlineSnapshot(`
    "Failed to verify the order: request 2 of 2 was not received after #2.

    Expected:
      body: {"action":"stop"}

    Received before:
      1. #2 PATCH /v2/meetings/68423085/livestream/status → 415 unsupportedContentType

    Received too early: #1

    No request was received after #2."
  `);
});

test("secrets stay secret", async () => {
  const message = await said(
    {
      path: "/v2/meetings/68423085/livestream?access_token=hush",
      body: { stream_key: "hush", stream_url: "rtmp://a" },
    },
    {
      headers: { authorization: "Bearer hush" },
      query: { access_token: "hushed" },
      body: { stream_key: "hush-hush", settings: { token: { inner: "hush" } } },
    },
  );
  expect(message).not.toContain("hush");
  expect(message).toMatchInlineSnapshot(`
    "Failed to verify: expected at least 1 request, found none.

    Expected:
      query: {"access_token":"[redacted]"}
      headers: {"authorization":"Bearer [redacted]"}
      body: {"stream_key":"[redacted]","settings":{"token":"[redacted]"}}

    Nearest of 1:
      #1 PATCH /v2/meetings/68423085/livestream?access_token=[redacted] → 400 validationFailed
        body.stream_key: expected "[redacted]", found another value
        body.settings.token.inner: expected "[redacted]", found nothing
        query.access_token: expected "[redacted]", found another value
        headers.authorization: expected "Bearer [redacted]", found another value"
  `);
});
