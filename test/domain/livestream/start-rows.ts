import { NEVER_STARTED } from "../../../src/domain/livestream.js";
import {
  at,
  becomes,
  justLive,
  justStopped,
  live,
  merged,
  other,
  type Row,
  STARTED,
  stopped,
  throttled,
} from "./row.js";

/** A start, in every state. */
export const START: readonly Row[] = [
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
  {
    title: "a start within the window waits",
    stream: justStopped,
    command: { action: "start" },
    result: throttled(20),
  },
  {
    title: "so does one while live",
    stream: justLive,
    command: { action: "start", settings: other },
    result: throttled(20),
  },
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
