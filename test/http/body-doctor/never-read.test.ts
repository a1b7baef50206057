import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startZoomMock, type ZoomMock } from "../../../src/index.js";
import { call } from "../../support/rest.js";

const PATH = "/v2/users/me/settings";

let zoom: ZoomMock;
beforeAll(async () => {
  zoom = await startZoomMock();
});
beforeEach(() => zoom.reset());
afterAll(() => zoom.close());

const notes = async () =>
  (await zoom.requests.list()).flatMap(({ diagnoses }) => diagnoses.map(({ code, field }) => [code, field]));

test.each([
  ["of the body", { in_meting: {} }, "in_meting", "in_meeting"],
  [
    "of an object",
    { in_meeting: { allow_livestreaming: true } },
    "in_meeting.allow_livestreaming",
    "allow_live_streaming",
  ],
  [
    "of an object in an object",
    { in_meeting: { webinar_live_streaming: { enabled: true } } },
    "in_meeting.webinar_live_streaming.enabled",
    "enable",
  ],
])("an unknown member %s is ignored, and reported as sent but never read", async (_where, body, field, meant) => {
  const before = await zoom.state.get();

  const response = await call(zoom.url, { method: "PATCH", path: PATH, body });

  expect(response.status).toBe(204);
  expect(await zoom.state.get()).toEqual(before);
  const [entry] = await zoom.requests.list();
  expect(entry?.diagnoses).toMatchObject([
    { code: "unknownField", field, message: expect.stringMatching(/^Sent but never read: .* Did you mean \w+\?$/) },
  ]);
  expect(entry?.diagnoses[0]?.message).toContain(`Did you mean ${meant}?`);
  expect(response.headers.get("x-zoom-mock-diagnosis")).toContain(`unknownField (${field}): Sent but never read`);
});

test("each unknown member is reported at its own depth, the known ones beside it are taken", async () => {
  const body = {
    one: 1,
    in_meeting: { allow_live_streaming: false, two: 2, webinar_live_streaming: { enable: false, three: { four: 4 } } },
  };

  await call(zoom.url, { method: "PATCH", path: PATH, body });

  expect(await notes()).toEqual([
    ["unknownField", "one"],
    ["unknownField", "in_meeting.two"],
    ["unknownField", "in_meeting.webinar_live_streaming.three"],
  ]);
  const [user] = await zoom.users.list();
  expect(user?.settings.in_meeting).toMatchObject({
    allow_live_streaming: false,
    webinar_live_streaming: { enable: false },
  });
});

test("the corrected curl line keeps what is known at every depth", async () => {
  const webinar_live_streaming = { enable: true, live_streaming_service: ["youtube"] };
  const body = { in_meeting: { x: 1, webinar_live_streaming: { ...webinar_live_streaming, y: 2 } } };

  await call(zoom.url, { method: "PATCH", path: PATH, body });

  const [entry] = await zoom.requests.list();
  expect(entry?.diagnoses[0]?.curl).toContain(`-d '${JSON.stringify({ in_meeting: { webinar_live_streaming } })}'`);
});

test("an object that is none is reported at every depth, and refused", async () => {
  const response = await call(zoom.url, {
    method: "PATCH",
    path: PATH,
    body: { in_meeting: { webinar_live_streaming: "on" } },
  });

  expect(response.status).toBe(400);
  expect(await notes()).toEqual([["fieldNotObject", "in_meeting.webinar_live_streaming"]]);
});

test("in a form, unknown members are reported at every depth too", async () => {
  const form = new FormData();
  form.append("in_meeting", JSON.stringify({ webinar_live_streaming: { enabled: true } }));

  const response = await fetch(zoom.url + PATH, {
    method: "PATCH",
    headers: { authorization: "Bearer test" },
    body: form,
  });

  expect(response.status).toBe(204);
  expect(await notes()).toEqual([["unknownField", "in_meeting.webinar_live_streaming.enabled"]]);
});

test("however many unknown members an object has, ten of them are reported", async () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`unknown_${index}`, index]));

  await call(zoom.url, {
    method: "PATCH",
    path: PATH,
    body: { in_meeting: { ...many, webinar_live_streaming: many } },
  });

  expect(await notes()).toHaveLength(20);
});
