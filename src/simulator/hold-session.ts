import type { Identifiers } from "../domain/identifiers.js";
import { changeSession, type SessionCommand, type SessionEvent } from "../domain/session.js";
import type { Entities } from "../domain/world.js";
import type { EventCause, EventLog } from "./event-log.js";
import type { Store } from "./store.js";

/** What holding a session needs of a universe. */
export interface SessionStage {
  readonly store: Store;
  readonly identifiers: Identifiers;
  readonly events: EventLog;
}

/** What became of a meeting or webinar. */
export interface HeldSession<Kind extends "meetings" | "webinars"> {
  readonly entity: Entities[Kind];
  readonly events: readonly SessionEvent[];
}

/**
 * Does what a host does in the client: starts, rehearses or ends. The change is committed, then announced.
 *
 * @param at When it happens, in milliseconds since the epoch.
 * @returns `undefined` when there is none with the id.
 */
export async function holdSession<Kind extends "meetings" | "webinars">(
  { store, identifiers, events }: SessionStage,
  kind: Kind,
  id: string,
  command: SessionCommand,
  at: number,
  cause: EventCause = "control",
): Promise<HeldSession<Kind> | { readonly refused: "alreadyStarted" } | undefined> {
  for (;;) {
    const stored = await store.get(kind, id);
    if (!stored) return undefined;
    const result = changeSession(stored.value, command, identifiers.uuid());
    if ("refused" in result) return result;
    const { next, told } = result;
    const isChanged = next !== stored.value;
    if (isChanged && !(await store.commit([{ kind, id, expected: stored.version, value: next }]))) continue;
    const announced = result.events.map((event) => ({ event, kind, id, entity: told }));
    events.publish(announced, at, cause);
    return { entity: next, events: result.events };
  }
}
