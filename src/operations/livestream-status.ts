import * as v from "valibot";
import {
  type LiveStreamCommand,
  type LiveStreamRules,
  type LiveStreamSettings,
  transition,
} from "../domain/livestream.js";
import type { Switches } from "../domain/switches.js";
import type { Entities } from "../domain/world.js";
import { type Decision, type JsonObject, MISSING, type OperationContext, type Outcomes } from "./operation.js";

/** How a command to a live stream can end, for meetings and webinars alike: the outcomes of the transition table. */
export const LIVE_STREAM_OUTCOMES = {
  updated: { when: "the command is accepted; that pictures flow is another matter", required: true },
  startThrottled: {
    when: "the last start is less than the window (30 seconds) ago",
    values: { retryAfterSeconds: 30 },
  },
  settingsLocked: { when: "the settings differ from those of the running stream" },
  alreadyLive: { when: "a start comes while the stream is live, with switch startWhileLive=refuse" },
  notLive: { when: "a mode (or, with switch stopWhileStopped=refuse, a stop) comes while the stream is stopped" },
} as const satisfies Outcomes;

type LiveStreamContext = OperationContext<keyof typeof LIVE_STREAM_OUTCOMES>;

/** The body of both operations. Zoom marks no field as required. */
export interface LiveStreamStatusBody {
  readonly action?: "start" | "stop" | "mode";
  readonly settings?: LiveStreamSettings;
}

/** The settings that meetings and webinars share. Lengths: Zoom's description; characters: a switch. */
export const sharedSettings = (switches: Switches) => ({
  active_speaker_name: v.exactOptional(v.boolean()),
  display_name: v.exactOptional(
    v.pipe(v.string(), v.minLength(1), v.maxLength(50), v.regex(new RegExp(switches.displayNamePattern, "u"))),
  ),
});

/** An object with members. To valibot a list is an object too; to Zoom it is not. */
export const settingsObject = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value)),
    v.object(entries),
  );

/** A body of an action, settings or both. One with neither asks for nothing: assumed to be refused, nobody recorded it. */
export const liveStreamStatusBody = <Settings extends v.GenericSchema<unknown, LiveStreamSettings>>(
  actions: readonly NonNullable<LiveStreamStatusBody["action"]>[],
  settings: Settings,
  switches: Switches,
) =>
  v.pipe(
    v.object({ action: v.exactOptional(action(actions, switches)), settings: v.exactOptional(settings) }),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed || dataset.value.action !== undefined || dataset.value.settings !== undefined) return;
      const { value } = dataset;
      addIssue({ message: MISSING, path: [{ type: "object", origin: "value", input: value, key: "action", value }] });
    }),
  );

/** Zoom refuses an action in capitals (ZoomNet issue 79). */
function action<const Actions extends readonly string[]>(actions: Actions, { enumCase }: Switches) {
  const known = v.picklist(actions);
  return enumCase === "sensitive" ? known : v.pipe(v.string(), v.toLowerCase(), known);
}

/** A start as clients send it. */
export const sampleCommand = {
  action: "start",
  settings: { active_speaker_name: false, display_name: "My stream" },
} as const satisfies JsonObject;

/** What a body asks for, as a command. */
export const toCommand = (body: LiveStreamStatusBody): LiveStreamCommand =>
  body.settings === undefined
    ? { action: body.action ?? "settings" }
    : { action: body.action ?? "settings", settings: body.settings };

/** Lets the transition table decide, and stores what it decided. */
export function carryOut<Kind extends "meetings" | "webinars">(
  kind: Kind,
  entity: Entities[Kind],
  command: LiveStreamCommand,
  context: LiveStreamContext,
): Decision<typeof LIVE_STREAM_OUTCOMES> {
  const { world } = context;
  const result = transition(entity.livestream_status, command, rulesThatApply(context), context.now);
  if ("refused" in result) {
    return result.refused === "startThrottled"
      ? { outcome: result.refused, values: { retryAfterSeconds: result.retryAfterSeconds } }
      : { outcome: result.refused };
  }
  world.put(kind, { ...entity, livestream_status: result.next });
  for (const event of result.events) world.announce(event, kind, entity.id);
  return { outcome: "updated" };
}

/** The switches, less the rules for which the profile has no answer. */
const rulesThatApply = ({ switches, knows }: LiveStreamContext): LiveStreamRules => ({
  startThrottleSeconds: knows("startThrottled") ? switches.startThrottleSeconds : 0,
  startWhileLive: knows("alreadyLive") ? switches.startWhileLive : "accept",
  stopWhileStopped: knows("notLive") ? switches.stopWhileStopped : "accept",
  settingsWithStop: switches.settingsWithStop,
  settingsWhileLive: knows("settingsLocked") ? switches.settingsWhileLive : "apply",
  modeWhileStopped: knows("notLive") ? switches.modeWhileStopped : "apply",
});
