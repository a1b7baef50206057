import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { describeOperations, startZoomMock, type Switches, type ZoomMock } from "../../src/index.js";
import { answerOf, type Command, ENCODINGS, send } from "../support/commands.js";

const MEETING = "meetingLiveStreamStatusUpdate";
const WEBINAR = "webinarLiveStreamStatusUpdate";

/** One way to meet an outcome: the world is put into a state, then one request is sent. */
interface Case {
  readonly operation: string;
  readonly outcome: string;
  readonly path: string;
  readonly command?: Command;
  readonly prepare?: (zoom: ZoomMock) => Promise<unknown>;
  readonly headers?: Record<string, string>;
  readonly status: number;
  readonly code?: number;
  readonly message?: string;
  readonly errors?: readonly { field: string; message: string }[];
  readonly retryAfter?: string;
  /** Only one encoding can meet it. */
  readonly only?: "json" | "multipart";
}

const start: Command = { action: "start", settings: { active_speaker_name: false, display_name: "Town hall" } };
const LIVE = { status: "live", settings: { display_name: "Running" }, last_started_at: "2026-01-31T11:00:00.000Z" } as const;
const JUST_LIVE = { ...LIVE, last_started_at: "2026-01-31T11:59:50.000Z" };
const NOW = "2026-01-31T12:00:00Z";

const missing = (field: string) => ({ field, message: "Missing field." });
const invalid = (field: string) => ({ field, message: "Invalid field." });

const isLive = (kind: "meetings" | "webinars") => (zoom: ZoomMock) => zoom[kind].put("68423085", { livestream_status: LIVE });

/** What every profile answers alike, for meetings and webinars. */
function common(operation: string, kind: "meetings" | "webinars", one: string): Case[] {
  const path = `${kind}/68423085`;
  const validation = (command: Command, errors: Case["errors"]): Case => ({
    operation,
    outcome: "validationFailed",
    path,
    command,
    status: 400,
    code: 300,
    message: "Validation Failed.",
    ...(errors && { errors }),
  });
  const locked = { operation, outcome: "settingsLocked", path, prepare: isLive(kind), status: 400, code: 3000 };
  return [
    { operation, outcome: "updated", path, command: start, status: 204 },
    { operation, outcome: "updated", path, command: { action: "start" }, status: 204 },
    { operation, outcome: "updated", path, command: { action: "stop" }, status: 204 },
    { operation, outcome: "updated", path, command: { settings: { display_name: "Later" } }, status: 204 },
    { operation, outcome: "updated", path, command: { action: "start" }, prepare: isLive(kind), status: 204 },
    { operation, outcome: "updated", path: `${kind}/85746065432`, prepare: (zoom) => zoom[kind].put("85746065432"), status: 204 },
    {
      operation,
      outcome: "updated",
      path: `${kind}/9223372036854775807`,
      prepare: (zoom) => zoom[kind].put("9223372036854775807"),
      status: 204,
    },
    { ...locked, message: "You can not update the settings of an ongoing live stream." },
    { ...locked, command: { settings: { display_name: "Other" } }, message: "You can not update the settings of an ongoing live stream." },
    { ...locked, command: { action: "stop", settings: { display_name: "Other" } } },
    {
      operation,
      outcome: "accessTokenMissing",
      path,
      headers: { authorization: "Basic Zm9vOmJhcg==" },
      status: 401,
      code: 124,
      message: "Requires an access token.",
    },
    {
      operation,
      outcome: "unsupportedContentType",
      path,
      headers: { "content-type": "text/plain" },
      only: "json",
      status: 415,
      code: 300,
      message: "Unsupported Content Type",
    },
    {
      operation,
      outcome: "malformedJson",
      path,
      headers: { "content-type": "application/json" },
      only: "multipart",
      status: 400,
      code: 300,
      message: "Request Body should be a valid JSON object.",
    },
    validation({}, [missing("action")]),
    validation({ action: "Start" }, [invalid("action")]),
    validation({ action: "pause" }, [invalid("action")]),
    validation({ action: "start", settings: { display_name: "A | B" } }, [invalid("settings.display_name")]),
    validation({ action: "start", settings: { display_name: "Live 🎥" } }, [invalid("settings.display_name")]),
    validation({ action: "start", settings: { display_name: "" } }, [invalid("settings.display_name")]),
    validation({ action: "start", settings: { display_name: "x".repeat(51) } }, [invalid("settings.display_name")]),
    validation({ action: "start", settings: { display_name: 7 } }, [invalid("settings.display_name")]),
    validation({ action: "start", settings: { active_speaker_name: "yes" } }, [invalid("settings.active_speaker_name")]),
    validation({ action: "start", settings: [1] }, [invalid("settings")]),
    validation({ action: "no", settings: { display_name: "", active_speaker_name: 1 } }, [
      invalid("action"),
      invalid("settings.active_speaker_name"),
      invalid("settings.display_name"),
    ]),
    {
      operation,
      outcome: "alreadyLive",
      path,
      prepare: isLive(kind),
      command: { action: "start" },
      headers: { "x-test-switch": "startWhileLive=refuse" },
      status: 400,
      code: 3000,
      message: `The live stream of this ${one} has already started.`,
    },
    {
      operation,
      outcome: "notLive",
      path,
      command: { action: "stop" },
      headers: { "x-test-switch": "stopWhileStopped=refuse" },
      status: 400,
      code: 3000,
      message: `The live stream of this ${one} has not started.`,
    },
  ];
}

const meeting = (outcome: string, path: string, rest: Omit<Case, "operation" | "outcome" | "path">): Case => ({
  operation: MEETING,
  outcome,
  path,
  ...rest,
});
const webinar = (outcome: string, path: string, rest: Omit<Case, "operation" | "outcome" | "path">): Case => ({
  operation: WEBINAR,
  outcome,
  path,
  ...rest,
});

const tooMany = (id: string) =>
  `Too many requests submitted to start the live stream of this meeting: ${id}. If the live stream has not already started, retry making a new request after 30 seconds.`;

const CASES: Record<string, Case[]> = {
  "2021": [
    ...common(MEETING, "meetings", "meeting"),
    ...common(WEBINAR, "webinars", "webinar"),
    meeting("missingMeetingId", "meetings/", { status: 300, code: 300, message: "Missing meetingId." }),
    meeting("missingMeetingId", "meetings/%20", { status: 300, code: 300, message: "Missing meetingId." }),
    meeting("missingMeetingId", "meetings", { status: 300, code: 300, message: "Missing meetingId." }),
    meeting("invalidMeetingId", "meetings/:meetingId", { status: 300, code: 300, message: "Invalid meetingId" }),
    meeting("invalidMeetingId", "meetings/0", { status: 300, code: 300, message: "Invalid meetingId" }),
    meeting("invalidMeetingId", "meetings/9223372036854775808", { status: 300, code: 300, message: "Invalid meetingId" }),
    meeting("cannotAccessWebinarInfo", "meetings/82746065432", { status: 400, code: 3000, message: "Cannot access webinar info." }),
    meeting("meetingDoesNotExist", "meetings/404", { status: 404, code: 3001, message: "Meeting does not exist: 404." }),
    meeting("userDoesNotExist", "meetings/81000001001", { status: 404, code: 1001, message: "User nobody does not exist." }),
    meeting("userNotInAccount", "meetings/81000001010", {
      status: 400,
      code: 1010,
      message: "User does not belong to this account: zjXTYXf1R8WQVOZu_2CVuA.",
    }),
    meeting("startThrottled", "meetings/68423085", {
      prepare: (zoom) => zoom.meetings.put("68423085", { livestream_status: JUST_LIVE }),
      status: 429,
      code: 429,
      message: tooMany("68423085"),
      retryAfter: "20",
    }),
    meeting("validationFailed", "meetings/68423085", { command: { action: "mode" }, status: 400, errors: [invalid("action")] }),
    meeting("updated", "meetings/81000004927", { status: 204 }),
    meeting("updated", "meetings/81000004400", { status: 204 }),
    webinar("invalidWebinarId", "webinars/", { status: 400, code: 300, message: "Invalid Webinar Id." }),
    webinar("invalidWebinarId", "webinars/:webinarId", { status: 400, code: 300, message: "Invalid Webinar Id." }),
    webinar("webinarIdDoesNotExist", "webinars/85746065432", { status: 400, code: 300, message: "Webinar Id does not exist." }),
    webinar("webinarDoesNotExist", "webinars/404", { status: 400, code: 3001, message: "Webinar does not exist: 404." }),
    webinar("userDoesNotExist", "webinars/82000001001", { status: 400, code: 1001, message: "User does not exist: nobody." }),
  ],
  "2025": [
    ...common(MEETING, "meetings", "meeting"),
    ...common(WEBINAR, "webinars", "webinar"),
    meeting("missingMeetingId", "meetings/", { status: 400, code: 300, message: "Invalid meeting ID." }),
    meeting("invalidMeetingId", "meetings/:meetingId", { status: 400, code: 300, message: "Invalid meeting ID." }),
    meeting("cannotAccessWebinarInfo", "meetings/82746065432", { status: 400, code: 3000, message: "Cannot access webinar info." }),
    meeting("meetingDoesNotExist", "meetings/404", { status: 404, code: 3001, message: "Meeting does not exist: 404." }),
    meeting("hostingNotAllowed", "meetings/81000003161", {
      status: 400,
      code: 3161,
      message: "Your user account is not allowed meeting hosting and scheduling capabilities.",
    }),
    meeting("endToEndEncrypted", "meetings/81000004400", {
      status: 400,
      code: 4400,
      message: "End-to-end encrypted meetings currently do not support the livestreaming feature.",
    }),
    meeting("notStarted", "meetings/81000004927", {
      status: 400,
      code: 4927,
      message: "Meeting 81000004927 has not started.",
    }),
    meeting("notConfigured", "meetings/81000003000", {
      status: 400,
      code: 3000,
      message: "The current meeting is not configured with a custom streaming service.",
    }),
    meeting("updated", "meetings/81000003000", { headers: { "x-test-switch": "unconfiguredMeeting=accept" }, status: 204 }),
    meeting("updated", "meetings/68423085", {
      prepare: isLive("meetings"),
      command: { action: "mode", settings: { layout: "speaker_view", close_caption: "embedded" } },
      status: 204,
    }),
    meeting("notLive", "meetings/68423085", {
      command: { action: "mode", settings: { layout: "gallery_view" } },
      status: 400,
      code: 3000,
      message: "The live stream of this meeting has not started.",
    }),
    meeting("validationFailed", "meetings/68423085", {
      command: { action: "start", settings: { layout: "grid", close_caption: "on" } },
      status: 400,
      errors: [invalid("settings.layout"), invalid("settings.close_caption")],
    }),
    meeting("updated", "meetings/68423085", {
      prepare: (zoom) => zoom.meetings.put("68423085", { livestream_status: { ...JUST_LIVE, status: "stopped" } }),
      status: 204,
    }),
    webinar("invalidWebinarId", "webinars/", { status: 400, code: 300, message: "Invalid webinar ID." }),
    webinar("invalidWebinarId", "webinars/:webinarId", { status: 400, code: 300, message: "Invalid webinar ID." }),
    webinar("webinarDoesNotExist", "webinars/85746065432", { status: 404, code: 3001, message: "Webinar does not exist: 85746065432." }),
    webinar("userDoesNotExist", "webinars/82000001001", { status: 400, code: 1001, message: "User does not exist: nobody." }),
    webinar("webinarPlanMissing", "webinars/82000000203", {
      status: 400,
      code: 200,
      message:
        "Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user in order to perform this action.",
    }),
    webinar("noPermission", "webinars/82000000204", { status: 400, code: 200, message: "No permission." }),
    webinar("notConfigured", "webinars/82000003000", {
      status: 400,
      code: 3000,
      message: "The current webinar is not configured with a custom streaming service.",
    }),
    webinar("notStarted", "webinars/82000000201", { status: 400, code: 200, message: "Webinar 82000000201 has not started." }),
    webinar("notStarted", "webinars/82000000202", { status: 400, code: 200, message: "Webinar 82000000202 has not started." }),
    webinar("validationFailed", "webinars/68423085", { command: { action: "mode" }, status: 400, errors: [invalid("action")] }),
  ],
};

/** What only a plan's limits bring about; until then they can be asked for. */
const BY_PREFERENCE_ONLY = ["rateLimitPerSecond", "rateLimitPerDay"];

describe.each(Object.entries(CASES))("profile %s", (profile, cases) => {
  const mocks = new Map<string, ZoomMock>();

  /** One mock for each setting of the switches; all are reset before each test. */
  async function mockFor(switches: string): Promise<ZoomMock> {
    const zoom = mocks.get(switches) ?? (await startZoomMock({ profile, frozenAt: NOW, switches: switchesOf(switches) }));
    mocks.set(switches, zoom);
    return zoom;
  }

  beforeAll(async () => void (await mockFor("")));
  beforeEach(async () => void (await Promise.all([...mocks.values()].map((zoom) => zoom.reset()))));
  afterAll(async () => void (await Promise.all([...mocks.values()].map((zoom) => zoom.close()))));

  describe.each(ENCODINGS)("as %s", (encoding) => {
    const applicable = cases.filter(({ only }) => only === undefined || only === encoding);
    const titled = applicable.map((each) => [each.outcome, each.path, JSON.stringify(each.command ?? start), each] as const);
    test.each(titled)("%s: %s %s", async (_outcome, _path, _command, each) => {
      const { "x-test-switch": switches = "", ...headers } = each.headers ?? {};
      const zoom = await mockFor(switches);
      await each.prepare?.(zoom);
      const before = await zoom.state.get();

      const response = await send(zoom.url, each.path, each.command ?? start, encoding, headers);

      const { status, body } = await answerOf(response);
      expect(status).toBe(each.status);
      if (each.code !== undefined) expect(body).toMatchObject({ code: each.code });
      if (each.message !== undefined) expect(body).toMatchObject({ message: each.message });
      if (each.errors !== undefined) expect(body).toMatchObject({ errors: each.errors });
      expect(response.headers.get("retry-after")).toBe(each.retryAfter ?? null);
      expect(response.headers.get("content-type")).toBe(status === 204 ? null : "application/json;charset=UTF-8");
      const [entry] = await zoom.requests.list();
      expect(entry).toMatchObject({ operation: each.operation, outcome: each.outcome, status, profile, preferred: false });
      if (each.outcome !== "updated") expect(await zoom.state.get()).toEqual(before);
    });
  });

  test("every outcome of every operation is met above", () => {
    const { operations } = describeOperations(profile);
    const all = operations.flatMap(({ id, outcomes }) => outcomes.map(({ outcome }) => `${id}/${outcome}`));
    const met = new Set(cases.map(({ operation, outcome }) => `${operation}/${outcome}`));
    const unmet = all.filter((key) => !met.has(key) && !BY_PREFERENCE_ONLY.some((outcome) => key.endsWith(outcome)));
    expect(all.length).toBeGreaterThan(20);
    expect(unmet).toEqual([]);
  });
});

function switchesOf(text: string): Partial<Switches> {
  return Object.fromEntries(text.split(";").filter(Boolean).map((pair) => pair.split("=")));
}
