import type { Meeting, Webinar } from "./scheduled.js";

/** What happens to a meeting or webinar as a whole: it begins, is rehearsed (webinars only) or is over. */
export type SessionCommand = "start" | "practice" | "end";

/** What Zoom announces of it. The order of the two that an end can cause is not guaranteed by Zoom; here it is this one. */
export type SessionEvent = "started" | "live_streaming_stopped" | "ended";

/** Either what becomes of it, or the reason why it stays as it is. */
export type SessionTransition<Held extends Meeting | Webinar> =
  | {
      /** The very same value where nothing changes. */
      readonly next: Held;
      readonly events: readonly SessionEvent[];
      /** What the events tell of: what has ended bears the uuid under which it was held. */
      readonly told: Held;
    }
  | { readonly refused: "alreadyStarted" };

/**
 * What starting, rehearsing and ending does.
 *
 * Starting what is started and ending what is not changes nothing and is announced to nobody: hosts who press a button
 * twice do no harm (assumed; nobody recorded it). A rehearsal that is ended was never held.
 *
 * @param uuid The one of the next time it is held: "after a meeting ends, a new UUID will be generated for the next
 *   instance of the meeting" (Zoom's descriptions of uuid).
 */
export function changeSession<Held extends Meeting | Webinar>(
  held: Held,
  command: SessionCommand,
  uuid: string,
): SessionTransition<Held> {
  switch (command) {
    case "start":
      return held.status === "started" ? unchanged(held) : changed({ ...held, status: "started" }, ["started"]);
    case "practice":
      if (held.status === "started") return { refused: "alreadyStarted" };
      return held.status === "practice" ? unchanged(held) : changed({ ...held, status: "practice" }, []);
    case "end":
      return ended(held, uuid);
  }
}

const changed = <Held>(next: Held, events: readonly SessionEvent[]) => ({ next, events, told: next });

const unchanged = <Held>(held: Held) => changed(held, []);

function ended<Held extends Meeting | Webinar>(held: Held, uuid: string): SessionTransition<Held> {
  const wasLive = held.livestream_status.status === "live";
  if (held.status === "waiting" && !wasLive) return unchanged(held);
  const wasHeld = held.status === "started";
  const over: Held = {
    ...held,
    status: "waiting",
    // No stream outlives its meeting. Settings and the last start stay: the 30 seconds count from it.
    livestream_status: wasLive ? { ...held.livestream_status, status: "stopped" } : held.livestream_status,
  };
  const events = [...(wasLive ? ["live_streaming_stopped" as const] : []), ...(wasHeld ? ["ended" as const] : [])];
  return { next: wasHeld ? { ...over, uuid } : over, events, told: over };
}
