import { becomes, justLive, live, merged, other, type Row, running, STOPPED, stopped } from "./row.js";

/** A stop, in every state. */
export const STOP: readonly Row[] = [
  {
    title: "a stop while live stops",
    stream: live,
    command: { action: "stop" },
    result: becomes({ ...live, status: "stopped" }, STOPPED),
  },
  {
    title: "a stop is never throttled",
    stream: justLive,
    command: { action: "stop" },
    result: becomes({ ...justLive, status: "stopped" }, STOPPED),
  },
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
  {
    title: "a stop while stopped does nothing",
    stream: stopped,
    command: { action: "stop" },
    result: becomes(stopped),
  },
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

/** Settings without an action, in every state. */
export const SETTINGS: readonly Row[] = [
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
  {
    title: "unchanged ones are accepted while live",
    stream: live,
    command: { action: "settings", settings: running },
    result: becomes(live),
  },
  {
    title: "no members are no change",
    stream: live,
    command: { action: "settings", settings: {} },
    result: becomes(live),
  },
  {
    title: "a default is no change of what was never set",
    stream: { ...live, settings: {} },
    command: {
      action: "settings",
      settings: { active_speaker_name: false, layout: "follow_host", close_caption: "burnt-in" },
    },
    result: becomes({
      ...live,
      settings: { active_speaker_name: false, layout: "follow_host", close_caption: "burnt-in" },
    }),
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
/** A change of the view, in every state. */
export const MODE: readonly Row[] = [
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
  {
    title: "mode is refused while stopped",
    stream: stopped,
    command: { action: "mode", settings: view },
    result: { refused: "notLive" },
  },
  {
    title: "by switch it is applied while stopped",
    stream: stopped,
    command: { action: "mode", settings: view },
    rules: { modeWhileStopped: "apply" },
    result: becomes({ ...stopped, settings: { ...running, ...view } }),
  },
];
