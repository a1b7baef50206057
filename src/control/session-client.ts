import type { Meeting, Webinar } from "../domain/scheduled.js";
import type { AnyControlCommand, Call } from "./command.js";
import { checkedId } from "./entity-client.js";
import { SESSION_COMMANDS } from "./session-commands.js";

/** Does what a host does in the client. What is started already, or not to be ended, stays as it is. */
export interface SessionControl<Entity> {
  /** @throws ZoomMockControlError with status 404 when there is none with the id. */
  start(id: string): Promise<Entity>;
  /** Ends it, and with it its stream; the next time it is held it has another uuid. */
  end(id: string): Promise<Entity>;
}

/** Does what a webinar's host does in the client. */
export interface WebinarSessionControl<Entity> extends SessionControl<Entity> {
  /**
   * Starts the practice session, which does not count as started.
   *
   * @throws ZoomMockControlError with status 409 when the webinar has started.
   */
  practice(id: string): Promise<Entity>;
}

/** Starts and ends meetings. */
export const createMeetingSessions = (call: Call): SessionControl<Meeting> => ({
  start: (id) => callOne(call, SESSION_COMMANDS.startMeeting, id),
  end: (id) => callOne(call, SESSION_COMMANDS.endMeeting, id),
});

/** Rehearses, starts and ends webinars. */
export const createWebinarSessions = (call: Call): WebinarSessionControl<Webinar> => ({
  practice: (id) => callOne(call, SESSION_COMMANDS.practiceWebinar, id),
  start: (id) => callOne(call, SESSION_COMMANDS.startWebinar, id),
  end: (id) => callOne(call, SESSION_COMMANDS.endWebinar, id),
});

const callOne = async <Output>(call: Call, command: AnyControlCommand, id: string): Promise<Output> =>
  call(command, { id: checkedId(command, id) });
