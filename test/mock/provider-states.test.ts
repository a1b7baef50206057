import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connectZoomMock, startZoomMock, type ZoomMock } from "../../src/index.js";
import { answerOf, send } from "../support/commands.js";

const CONTRACTS = ["json-client", "json-client-2025"].map(
  (client) =>
    JSON.parse(
      readFileSync(new URL(`../../contracts/pacts/${client}-zoom-livestream.json`, import.meta.url), "utf8"),
    ) as { interactions: { providerStates?: { name: string }[] }[] },
);

/** Each state that commands to a live stream tell apart, with the profile that can tell it apart, and what a start is then answered. */
const STATES: [state: string, profile: string, status: number, code?: number][] = [
  ["a meeting exists", "2021", 204],
  ["the meeting's live stream is live", "2021", 204],
  ["the meeting's live stream was just started", "2021", 429, 429],
  ["the meeting has not started", "2025", 400, 4927],
  ["the meeting is end-to-end encrypted", "2025", 400, 4400],
  ["the meeting has no stream configuration", "2025", 400, 3000],
  ["the meeting's host is not licensed", "2025", 400, 3161],
  ["the meeting's host does not exist", "2021", 404, 1001],
  ["the meeting's host belongs to another account", "2021", 400, 1010],
  ["no meeting exists", "2021", 404, 3001],
  ["the meeting id belongs to a webinar", "2021", 400, 3000],
  ["a webinar exists", "2025", 204],
  ["the webinar's live stream is live", "2025", 204],
  ["the webinar has not started", "2025", 400, 200],
  ["the webinar is in its practice session", "2025", 400, 200],
  ["the webinar has no stream configuration", "2025", 400, 3000],
  ["the webinar's host has no webinar plan", "2025", 400, 200],
  ["the webinar's host has no permission", "2025", 400, 200],
  ["the webinar's host does not exist", "2021", 400, 1001],
  ["no webinar exists", "2021", 400, 3001],
  ["the webinar id belongs to a meeting", "2021", 400, 300],
];

describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("provider states, %s", (_title, use) => {
  test.each(STATES)("%s", async (state, profile, status, code) => {
    await using started = await startZoomMock({ profile, scenario: "empty" });
    await use(started).providerStates.setUp(state, {
      [state.includes("webinar's") || /^(a|the|no) webinar/.test(state) ? "webinarId" : "meetingId"]: 12345678901,
    });
    const kind = /^(a|the|no) webinar/.test(state) ? "webinars" : "meetings";
    const answer = await answerOf(await send(started.url, `${kind}/12345678901`, { action: "start" }));
    expect(answer.status).toBe(status);
    if (code !== undefined) expect(answer.body).toMatchObject({ code });
  });
});

describe("the state change of Pact's verifiers", () => {
  let zoom: ZoomMock;
  beforeEach(async () => {
    zoom = await startZoomMock();
  });
  afterEach(() => zoom.close());

  const change = async (body: unknown) =>
    answerOf(await fetch(`${zoom.url}/__zoom/provider-states`, { method: "POST", body: JSON.stringify(body) }));

  test("every state of the catalogue is tried above, or played with the shipped contracts", async () => {
    const played = CONTRACTS.flatMap(({ interactions }) => interactions)
      .flatMap(({ providerStates = [] }) => providerStates)
      .map(({ name }) => name);
    const tried = new Set([...STATES.map(([state]) => state), ...played]);
    expect(Object.keys(await zoom.providerStates.list()).filter((state) => !tried.has(state))).toEqual([]);
  });

  test("takes name and parameters, and gives an object", async () => {
    const answer = await change({
      state: "the meeting's host does not exist",
      params: { userId: "gone" },
      action: "setup",
    });
    expect(answer).toEqual({ status: 200, body: {} });
    expect(await answerOf(await send(zoom.url, "meetings/68423085", { action: "start" }))).toMatchObject({
      body: { message: "User gone does not exist." },
    });
  });

  test.each([
    [{ state: "" }],
    [{ state: null, params: null }],
    [{ consumer: "app", state: "", states: [] }],
    [{ state: "a meeting exists", action: "teardown" }],
  ])("%j resets", async (body) => {
    await zoom.meetings.put("1");
    expect(await change(body)).toEqual({ status: 200, body: {} });
    await expect(zoom.meetings.get("1")).rejects.toThrow("Failed to find 1");
  });

  test.each([
    [{}, /body\.state: it is missing/],
    [{ stat: "a meeting exists" }, /body\.stat: there is no such field/],
    [{ state: "a meeting exists", parameters: {} }, /body\.parameters: there is no such field/],
    [{ state: "a meeting exists", params: { meetingId: "abc" } }, /id: it is not an id/],
    [
      { state: "the meeting's host does not exist", params: { userId: "KDcuGIm1QgePTO8WbOqwIQ", meetingId: "x" } },
      /id/,
    ],
    [
      { state: "the meeting's host belongs to another account", params: { accountId: "other", meetingId: "x" } },
      /id: it is not an id/,
    ],
    [{ state: "a webinar exists", states: ["a webinar exists", "a meting exists"] }, /Did you mean a meeting exists/],
  ])("%j is refused and changes nothing", async (body, detail) => {
    await zoom.meetings.put("1");
    const before = await zoom.state.get();
    const answer = await change(body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).toMatchObject({ detail: expect.stringMatching(detail) });
    expect(await zoom.state.get()).toEqual(before);
  });

  test("takes what the older verifiers send", async () => {
    const states = ["the meeting has not started", "the meeting is end-to-end encrypted"];
    const body = { consumer: "app", state: states[0], states, params: { meetingId: "1" } };
    expect(await change(body)).toEqual({ status: 200, body: {} });
    expect(await zoom.meetings.get("1")).toMatchObject({ status: "started", settings: { encryption_type: "e2ee" } });
  });

  test("several states add up", async () => {
    await change({ state: "a meeting exists", params: { meetingId: "1" } });
    await change({ state: "the webinar has not started", params: { webinarId: "2" } });
    expect([(await zoom.meetings.get("1")).status, (await zoom.webinars.get("2")).status]).toEqual([
      "started",
      "waiting",
    ]);
  });

  test("an unknown state is refused with the nearest ones", async () => {
    expect(await change({ state: "a meting exists" })).toMatchObject({
      status: 404,
      body: { detail: 'There is no provider state "a meting exists". Did you mean a meeting exists?' },
    });
  });

  test("an unknown parameter is refused with those that there are", async () => {
    expect(await change({ state: "a meeting exists", params: { meetingID: "1" } })).toMatchObject({
      status: 400,
      body: { detail: 'The provider state "a meeting exists" has no parameter meetingID. It has meetingId.' },
    });
  });
});
