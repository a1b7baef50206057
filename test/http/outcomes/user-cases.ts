import { expect } from "vitest";
import { type RestCase, zoomError } from "./rest-case.js";

const ID = "KDcuGIm1QgePTO8WbOqwIQ";
const EMAIL = "kdcugim1qgepto8wboqwiq@example.com";
const LOCKED = { authorization: "Bearer token-of-account-with-locks" };

type Rest = Omit<RestCase, "operation" | "outcome" | "request">;

const found = (id: string, body: object, headers = {}): RestCase => ({
  operation: "user",
  outcome: "found",
  request: { method: "GET", path: `/v2/users/${id}`, headers },
  status: 200,
  body,
});
const settings = (id: string, body: object, headers = {}): RestCase => ({
  operation: "userSettings",
  outcome: "settings",
  request: { method: "GET", path: `/v2/users/${id}/settings`, headers },
  status: 200,
  body,
});
const update = (outcome: string, id: string, body: unknown, rest: Rest, headers = {}): RestCase => ({
  operation: "userSettingsUpdate",
  outcome,
  request: { method: "PATCH", path: `/v2/users/${id}/settings`, body, headers },
  ...rest,
});

/** Every operation on one user answers alike when there is none. */
const unknown = (id: string, spelled = id): RestCase[] => {
  const rest = { outcome: "userDoesNotExist", status: 404, body: zoomError(1001, `User does not exist: ${spelled}.`) };
  const [path, body] = [`/v2/users/${id}`, { in_meeting: {} }];
  return [
    { operation: "user", request: { method: "GET", path }, ...rest },
    { operation: "userSettings", request: { method: "GET", path: `${path}/settings` }, ...rest },
    { operation: "userSettingsUpdate", request: { method: "PATCH", path: `${path}/settings`, body }, ...rest },
  ];
};

const refused = (field: string) => ({
  ...zoomError(300, "Validation Failed."),
  errors: [{ field, message: "Invalid field." }],
});

export const USER_CASES: readonly RestCase[] = [
  found(ID, { id: ID, email: EMAIL, type: 2, status: "active", pmi: expect.any(Number), verified: 1 }),
  found("basic-user", { id: "basic-user", type: 1, display_name: "Zoom User" }),
  found("me", { id: ID, account_id: "zjXTYXf1R8WQVOZu_2CVuA" }),
  found("me", { id: "user-with-locked-settings", account_id: "account-with-locks" }, LOCKED),
  found(EMAIL, { id: ID }),
  found(encodeURIComponent(EMAIL.toUpperCase()), { id: ID }),
  ...unknown("nobody"),
  ...unknown("nobody%40example.com", "nobody@example.com"),
  ...unknown("user-of-another-account"),
  settings(ID, { feature: { webinar: true }, in_meeting: { allow_live_streaming: true } }),
  settings("me", { in_meeting: { webinar_live_streaming: { enable: true } } }),
  settings("user-without-webinar-plan", { feature: { webinar: false } }),
  settings("user-without-custom-service", {
    in_meeting: { webinar_live_streaming: { live_streaming_service: ["youtube"] } },
  }),
  update(
    "updated",
    "me",
    { in_meeting: { webinar_live_streaming: { enable: false } } },
    {
      status: 204,
      body: null,
      after: async (zoom) => {
        const { in_meeting } = (await zoom.users.get(ID)).settings;
        expect(in_meeting.webinar_live_streaming).toMatchObject({
          enable: false,
          live_streaming_service: ["custom_live_streaming_service"],
        });
        expect(in_meeting.allow_live_streaming).toBe(true);
      },
    },
  ),
  update(
    "updated",
    ID,
    { feature: { webinar: false } },
    {
      status: 204,
      after: async (zoom) => expect((await zoom.users.get(ID)).feature).toEqual({ webinar: false }),
    },
  ),
  update("updated", ID, {}, { status: 204, body: null }),
  update(
    "validationFailed",
    ID,
    { in_meeting: { allow_live_streaming: "yes" } },
    {
      status: 400,
      body: refused("in_meeting.allow_live_streaming"),
    },
  ),
  update(
    "validationFailed",
    ID,
    { in_meeting: { webinar_live_streaming: { live_streaming_service: ["rtmp"] } } },
    {
      status: 400,
      body: refused("in_meeting.webinar_live_streaming.live_streaming_service.0"),
    },
  ),
  update("validationFailed", ID, { in_meeting: [] }, { status: 400, body: refused("in_meeting") }),
];
