import { describe, expect, test } from "vitest";
import {
  connectZoomMock,
  type MeetingInput,
  type Scenario,
  startZoomMock,
  type UserInput,
  type WebinarInput,
  type ZoomMock,
} from "../../src/index.js";
import { answerOf } from "../support/commands.js";
import { call } from "../support/rest.js";
import { zoomError } from "./outcomes/rest-case.js";

/** What lacks something; what is left out has everything that a live stream needs. */
interface Lack {
  readonly user?: Omit<UserInput, "id">;
  readonly meeting?: Omit<MeetingInput, "id">;
  readonly webinar?: Omit<WebinarInput, "id">;
}

const scenario = ({ user, meeting, webinar }: Lack): Scenario => ({
  account_id: "account",
  users: [{ id: "host", ...user }],
  meetings: [{ id: "1", ...meeting }],
  webinars: [{ id: "2", ...webinar }],
});

async function put(zoom: ZoomMock, { user, meeting, webinar }: Lack): Promise<void> {
  if (user) await zoom.users.put("host", user);
  if (meeting) await zoom.meetings.put("1", meeting);
  if (webinar) await zoom.webinars.put("2", webinar);
}

/** The ways in which a test takes something away. */
const WAYS: [way: string, start: (lack: Lack) => Promise<ZoomMock>][] = [
  ["by scenario", (lack) => startZoomMock({ profile: "2025", scenario: scenario(lack) })],
  [
    "over the control API",
    async (lack) => {
      const zoom = await startZoomMock({ profile: "2025", scenario: scenario({}) });
      await put(connectZoomMock(zoom.url), lack);
      return zoom;
    },
  ],
  [
    "in process",
    async (lack) => {
      const zoom = await startZoomMock({ profile: "2025", scenario: scenario({}) });
      await put(zoom, lack);
      return zoom;
    },
  ],
];

const start = { method: "PATCH", body: { action: "start" } };
const startMeeting = { ...start, path: "/v2/meetings/1/livestream/status" };
const startWebinar = { ...start, path: "/v2/webinars/2/livestream/status" };
const configure = {
  method: "PATCH",
  path: "/v2/meetings/1/livestream",
  body: { stream_url: "rtmp://rtmp.example.com/live", stream_key: "key", page_url: "" },
};

const REFUSED: [what: string, lack: Lack, request: typeof startMeeting | typeof configure, error: object][] = [
  [
    "the host's licence, for a start",
    { user: { type: 1 } },
    startMeeting,
    zoomError(3161, "Your user account is not allowed meeting hosting and scheduling capabilities."),
  ],
  [
    "the host's licence, for a configuration",
    { user: { type: 1 } },
    configure,
    zoomError(3161, "Meeting hosting and scheduling capabilities are not allowed for your user account."),
  ],
  [
    "the webinar add-on",
    { user: { feature: { webinar: false } } },
    startWebinar,
    zoomError(
      200,
      "Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user in order to perform this action.",
    ),
  ],
  [
    "the permission to stream webinars",
    { user: { livestream_permission: false } },
    startWebinar,
    zoomError(200, "No permission."),
  ],
  [
    "the stream configuration of a meeting",
    { meeting: { livestream: null } },
    startMeeting,
    zoomError(3000, "The current meeting is not configured with a custom streaming service."),
  ],
  [
    "the stream configuration of a webinar",
    { webinar: { livestream: null } },
    startWebinar,
    zoomError(3000, "The current webinar is not configured with a custom streaming service."),
  ],
  [
    "an encryption that can be streamed",
    { meeting: { settings: { encryption_type: "e2ee" } } },
    startMeeting,
    zoomError(4400, "End-to-end encrypted meetings currently do not support the livestreaming feature."),
  ],
  [
    "a meeting that has started",
    { meeting: { status: "waiting" } },
    startMeeting,
    zoomError(4927, "Meeting 1 has not started."),
  ],
  [
    "a webinar that is more than rehearsed",
    { webinar: { status: "practice" } },
    startWebinar,
    zoomError(200, "Webinar 2 has not started."),
  ],
];

const ENABLED = { webinar_live_streaming: { enable: true } };
const SETTINGS: [what: string, settings: object][] = [
  ["the setting to stream meetings", { allow_live_streaming: false, ...ENABLED }],
  ["the custom service of meetings", { custom_live_streaming_service: false, ...ENABLED }],
  ["the setting to stream webinars", { webinar_live_streaming: { enable: false } }],
  ["the custom service of webinars", { webinar_live_streaming: { enable: true, live_streaming_service: [] } }],
];

describe.each(WAYS)("what a test takes away %s", (_way, begin) => {
  test.each(REFUSED)("%s is missed by Zoom too", async (_what, lack, request, error) => {
    await using zoom = await begin(lack);
    expect(await answerOf(await call(zoom.url, request))).toEqual({ status: 400, body: error });
  });

  test.each(SETTINGS)("%s is missing in the user's settings", async (_what, in_meeting) => {
    await using zoom = await begin({ user: { settings: { in_meeting } } });
    expect((await zoom.users.get("host")).settings).toMatchObject({ in_meeting });
  });

  test("nothing: then everything succeeds", async () => {
    await using zoom = await begin({});
    for (const request of [configure, startMeeting, startWebinar]) {
      expect((await call(zoom.url, request)).status).toBe(204);
    }
  });
});
