import { expect, test } from "vitest";
import { startZoomMock, type ZoomMock, type ZoomUniverse } from "../../../src/index.js";
import { send } from "../../support/commands.js";

const TESTS = 200;
const STATES = ["live", "waiting", "unconfigured", "gone"] as const;
const WAYS = ["prefix", "header", "token", "issued token"] as const;

/** How the same start of the same meeting ends, by the state that it has in a universe; a webinar has the id too. */
const OUTCOMES = {
  live: "settingsLocked",
  waiting: "notStarted",
  unconfigured: "notConfigured",
  gone: "cannotAccessWebinarInfo",
} as const;

test("200 tests at once against one server do not meet", async () => {
  await using server = await startZoomMock({ profile: "2025" });
  const cases = Array.from({ length: TESTS }, (_, index) => ({
    index,
    state: STATES[index % STATES.length] ?? "live",
    way: WAYS[Math.floor(index / STATES.length) % WAYS.length] ?? "prefix",
  }));
  const failures = await Promise.all(
    cases.map((each) =>
      oneTest(server, each).then(
        () => [],
        (error: Error) => [`${JSON.stringify(each)}: ${error.message}`],
      ),
    ),
  );
  expect(failures.flat()).toEqual([]);
  expect(await server.universes.list()).toEqual([]);
  expect(await server.requests.list()).toEqual([]);
  expect((await server.meetings.get("68423085")).livestream_status.status).toBe("stopped");
});

interface Case {
  readonly index: number;
  readonly state: (typeof STATES)[number];
  readonly way: (typeof WAYS)[number];
}

/** What each of the tests does: the same request to the same meeting, in a state and at a time of its own. */
async function oneTest(server: ZoomMock, { index, state, way }: Case): Promise<void> {
  await using zoom = await server.universe();
  const now = Date.UTC(2026, 0, 1) + index * 86_400_000;
  await zoom.clock.freeze(now);
  await zoom.meetings.put("68423085", { topic: `Of test ${index}`, ...meetingIn(state, now) });
  if (state === "gone") await zoom.meetings.delete("68423085");

  const refused = await start(server, zoom, way);
  expect(refused.headers.get("date")).toBe(new Date(now).toUTCString());
  expect(refused.headers.get("x-zoom-mock")).toContain(`outcome=${OUTCOMES[state]},`);

  await zoom.clock.advance("30s");
  await zoom.meetings.put("68423085", { topic: `Of test ${index}` });
  expect((await start(server, zoom, way)).status).toBe(204);
  expect(await zoom.meetings.get("68423085")).toMatchObject({
    topic: `Of test ${index}`,
    livestream_status: { last_started_at: new Date(now + 30_000).toISOString() },
  });
  expect((await zoom.requests.list()).map(({ id, outcome }) => [id, outcome])).toEqual([
    [1, OUTCOMES[state]],
    [2, "updated"],
  ]);

  await zoom.reset();
  expect((await zoom.meetings.get("68423085")).topic).toBe("The seeds' meeting");
  expect(await zoom.requests.list()).toEqual([]);
}

function meetingIn(state: Case["state"], now: number) {
  if (state === "waiting") return { status: "waiting" } as const;
  if (state === "unconfigured") return { livestream: null };
  const last_started_at = new Date(now - 1000).toISOString();
  return state === "live" ? { livestream_status: { status: "live", last_started_at } as const } : {};
}

function start(server: ZoomMock, zoom: ZoomUniverse, way: Case["way"]): Promise<Response> {
  const command = { action: "start", settings: { active_speaker_name: true, display_name: "Same for all" } };
  const to = (url: string, headers?: Record<string, string>) =>
    send(url, "meetings/68423085", command, "json", headers);
  switch (way) {
    case "prefix":
      return to(zoom.url);
    case "header":
      return to(server.url, { "x-zoom-mock-universe": zoom.id });
    case "token":
      return to(server.url, { authorization: `Bearer ${zoom.token}` });
    case "issued token":
      return to(server.url, { authorization: `Bearer ${jwt({ universe: zoom.id })}` });
  }
}

/** A token as the mock issues it, as far as universes matter. */
const jwt = (claims: object): string =>
  [{ alg: "HS512" }, claims, {}].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
