import { describe, expect, test } from "vitest";
import {
  type LiveStreamCommand,
  type LiveStreamRules,
  type LiveStreamStatus,
  NEVER_STARTED,
  transition,
} from "../../src/domain/livestream.js";

const NOW = Date.parse("2026-01-31T12:00:00.000Z");
const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

const RULES: LiveStreamRules = {
  startThrottleSeconds: 30,
  startWhileLive: "accept",
  stopWhileStopped: "accept",
  settingsWithStop: "apply",
  settingsWhileLive: "refuse",
  modeWhileStopped: "refuse",
};

const running = { active_speaker_name: true, display_name: "Town hall" };
const stopped: LiveStreamStatus = { status: "stopped", settings: running, last_started_at: at(-31) };
const justStopped: LiveStreamStatus = { ...stopped, last_started_at: at(-10) };
const live: LiveStreamStatus = { status: "live", settings: running, last_started_at: at(-31) };
const justLive: LiveStreamStatus = { ...live, last_started_at: at(-10) };

const STARTED = ["live_streaming_started"];
const STOPPED = ["live_streaming_stopped"];
const throttled = (retryAfterSeconds: number) => ({ refused: "startThrottled", retryAfterSeconds });
const becomes = (next: LiveStreamStatus, events: string[] = []) => ({ next, events });

interface Row {
  title: string;
  stream: LiveStreamStatus;
  command: LiveStreamCommand;
  rules?: Partial<LiveStreamRules>;
  result: unknown;
}

const other = { display_name: "Another name" };
const merged = { ...running, ...other };

const START: Row[] = [
  {
    title: "a first start goes live",
    stream: NEVER_STARTED,
    command: { action: "start" },
    result: becomes({ status: "live", settings: {}, last_started_at: at(0) }, STARTED),
  },
  {
    title: "a start after the window goes live again",
    stream: stopped,
    command: { action: "start" },
    result: becomes({ ...live, last_started_at: at(0) }, STARTED),
  },
  {
    title: "a start with settings merges them",
    stream: stopped,
    command: { action: "start", settings: other },
    result: becomes({ status: "live", settings: merged, last_started_at: at(0) }, STARTED),
  },
  { title: "a start within the window waits", stream: justStopped, command: { action: "start" }, result: throttled(20) },
  { title: "so does one while live", stream: justLive, command: { action: "start", settings: other }, result: throttled(20) },
  {
    title: "a window of another length is counted too",
    stream: justLive,
    command: { action: "start" },
    rules: { startThrottleSeconds: 60 },
    result: throttled(50),
  },
  {
    title: "a window of 0 is none",
    stream: justStopped,
    command: { action: "start" },
    rules: { startThrottleSeconds: 0 },
    result: becomes({ ...live, last_started_at: at(0) }, STARTED),
  },
  {
    title: "at the end of the window a start is accepted",
    stream: { ...stopped, last_started_at: at(-30) },
    command: { action: "start" },
    result: becomes({ ...live, last_started_at: at(0) }, STARTED),
  },
  {
    title: "what is left of a second counts as one",
    stream: { ...stopped, last_started_at: at(-29.999) },
    command: { action: "start" },
    result: throttled(1),
  },
  {
    title: "a clock that was set back does not lock the meeting",
    stream: { ...stopped, last_started_at: at(3600) },
    command: { action: "start" },
    result: becomes({ ...live, last_started_at: at(0) }, STARTED),
  },
  {
    title: "a start while live is accepted and announces nothing",
    stream: live,
    command: { action: "start" },
    result: becomes({ ...live, last_started_at: at(0) }),
  },
  {
    title: "so is one that repeats the running settings",
    stream: live,
    command: { action: "start", settings: { display_name: "Town hall" } },
    result: becomes({ ...live, last_started_at: at(0) }),
  },
  {
    title: "one with other settings is refused",
    stream: live,
    command: { action: "start", settings: other },
    result: { refused: "settingsLocked" },
  },
  {
    title: "by switch a start while live is refused",
    stream: live,
    command: { action: "start" },
    rules: { startWhileLive: "refuse" },
    result: { refused: "alreadyLive" },
  },
  {
    title: "by switch a start while live applies settings",
    stream: live,
    command: { action: "start", settings: other },
    rules: { settingsWhileLive: "apply" },
    result: becomes({ ...live, settings: merged, last_started_at: at(0) }),
  },
];

const STOP: Row[] = [
  { title: "a stop while live stops", stream: live, command: { action: "stop" }, result: becomes({ ...live, status: "stopped" }, STOPPED) },
  { title: "a stop is never throttled", stream: justLive, command: { action: "stop" }, result: becomes({ ...justLive, status: "stopped" }, STOPPED) },
  {
    title: "a stop that repeats the settings stops",
    stream: live,
    command: { action: "stop", settings: running },
    result: becomes({ ...live, status: "stopped" }, STOPPED),
  },
  {
    title: "a stop with other settings is refused",
    stream: live,
    command: { action: "stop", settings: other },
    result: { refused: "settingsLocked" },
  },
  {
    title: "by switch a stop with other settings applies them",
    stream: live,
    command: { action: "stop", settings: other },
    rules: { settingsWhileLive: "apply" },
    result: becomes({ ...live, status: "stopped", settings: merged }, STOPPED),
  },
  { title: "a stop while stopped does nothing", stream: stopped, command: { action: "stop" }, result: becomes(stopped) },
  {
    title: "a stop while stopped applies its settings",
    stream: stopped,
    command: { action: "stop", settings: other },
    result: becomes({ ...stopped, settings: merged }),
  },
  {
    title: "by switch it leaves them alone",
    stream: stopped,
    command: { action: "stop", settings: other },
    rules: { settingsWithStop: "ignore" },
    result: becomes(stopped),
  },
  {
    title: "by switch a stop while stopped is refused",
    stream: stopped,
    command: { action: "stop" },
    rules: { stopWhileStopped: "refuse" },
    result: { refused: "notLive" },
  },
];

const SETTINGS: Row[] = [
  {
    title: "settings alone are applied while stopped",
    stream: stopped,
    command: { action: "settings", settings: other },
    result: becomes({ ...stopped, settings: merged }),
  },
  {
    title: "changed ones are refused while live",
    stream: live,
    command: { action: "settings", settings: other },
    result: { refused: "settingsLocked" },
  },
  {
    title: "one changed member among unchanged ones is a change",
    stream: live,
    command: { action: "settings", settings: { ...running, active_speaker_name: false } },
    result: { refused: "settingsLocked" },
  },
  { title: "unchanged ones are accepted while live", stream: live, command: { action: "settings", settings: running }, result: becomes(live) },
  { title: "no members are no change", stream: live, command: { action: "settings", settings: {} }, result: becomes(live) },
  {
    title: "a default is no change of what was never set",
    stream: { ...live, settings: {} },
    command: { action: "settings", settings: { active_speaker_name: false, layout: "follow_host", close_caption: "burnt-in" } },
    result: becomes({ ...live, settings: { active_speaker_name: false, layout: "follow_host", close_caption: "burnt-in" } }),
  },
  {
    title: "by switch changed ones are applied while live",
    stream: live,
    command: { action: "settings", settings: other },
    rules: { settingsWhileLive: "apply" },
    result: becomes({ ...live, settings: merged }),
  },
];

const view = { layout: "gallery_view", close_caption: "off" } as const;
const MODE: Row[] = [
  {
    title: "mode changes the view while live",
    stream: live,
    command: { action: "mode", settings: view },
    result: becomes({ ...live, settings: { ...running, ...view } }),
  },
  { title: "mode without settings changes nothing", stream: live, command: { action: "mode" }, result: becomes(live) },
  {
    title: "mode does not change the other settings",
    stream: live,
    command: { action: "mode", settings: { ...view, ...other } },
    result: { refused: "settingsLocked" },
  },
  { title: "mode is refused while stopped", stream: stopped, command: { action: "mode", settings: view }, result: { refused: "notLive" } },
  {
    title: "by switch it is applied while stopped",
    stream: stopped,
    command: { action: "mode", settings: view },
    rules: { modeWhileStopped: "apply" },
    result: becomes({ ...stopped, settings: { ...running, ...view } }),
  },
];

describe.each([
  ["start", START],
  ["stop", STOP],
  ["settings", SETTINGS],
  ["mode", MODE],
])("the transition table, %s", (_, rows) => {
  test.each(rows)("$title", ({ stream, command, rules, result }) => {
    expect(transition(stream, command, { ...RULES, ...rules }, NOW)).toEqual(result);
  });
});

test("a transition leaves the stream it was given alone", () => {
  const before = structuredClone(live);
  transition(live, { action: "stop", settings: other }, { ...RULES, settingsWhileLive: "apply" }, NOW);
  expect(live).toEqual(before);
});
