import * as v from "valibot";
import type { SessionCommand } from "../domain/session.js";
import { holdSession } from "../simulator/hold-session.js";
import { defineCommand, ZoomMockControlError } from "./command.js";
import { existing } from "./entity-commands.js";

/** A command that does what a host does in the client. */
function sessionCommand<Kind extends "meetings" | "webinars">(kind: Kind, command: SessionCommand, summary: string) {
  return defineCommand({
    method: "POST",
    path: `/${kind}/{id}/${command}`,
    summary,
    input: v.strictObject({ id: v.string(), body: v.optional(v.strictObject({})) }),
    run: async ({ universe }, { id }) => {
      const held = await holdSession(universe, kind, id, command, universe.clock.now());
      if (!held) return (await existing(universe, kind, id)).value; // says what there is instead
      if ("entity" in held) return held.entity;
      throw new ZoomMockControlError(409, `Failed to rehearse ${id}: it has started. End it first.`);
    },
  });
}

/** What hosts do. */
export const SESSION_COMMANDS = {
  startMeeting: sessionCommand("meetings", "start", "Starts a meeting; one that is started stays as it is."),
  endMeeting: sessionCommand("meetings", "end", "Ends a meeting and its stream; one that waits stays as it is."),
  practiceWebinar: sessionCommand("webinars", "practice", "Starts a webinar's practice session."),
  startWebinar: sessionCommand("webinars", "start", "Starts a webinar; one that is started stays as it is."),
  endWebinar: sessionCommand("webinars", "end", "Ends a webinar and its stream; one that waits stays as it is."),
};
