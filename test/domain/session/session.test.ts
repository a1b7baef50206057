import { expect, test } from "vitest";
import type { Meeting, Webinar } from "../../../src/domain/scheduled.js";
import { changeSession, type SessionCommand, type SessionEvent } from "../../../src/domain/session.js";

const webinar = (status: Webinar["status"], stream: "stopped" | "live" = "stopped"): Webinar => ({
  ...{ id: "1", uuid: "this time", topic: "", agenda: "", host_id: "host", start_time: null, duration: 60 },
  ...{ timezone: "UTC", password: "", created_at: "2026-01-01T00:00:00Z", recurrence: null, livestream: null },
  ...{ type: 9, settings: {}, status },
  livestream_status: { status: stream, settings: { display_name: "x" }, last_started_at: "2026-01-31T12:00:00.000Z" },
});

interface Row {
  readonly title: string;
  readonly held: Webinar;
  readonly command: SessionCommand;
  readonly next: Webinar;
  readonly events: readonly SessionEvent[];
}

const again = { uuid: "next time" };
const ROWS: readonly Row[] = [
  {
    ...{ title: "a start begins", held: webinar("waiting"), command: "start" },
    ...{ next: webinar("started"), events: ["started"] },
  },
  {
    ...{ title: "a start ends the rehearsal", held: webinar("practice"), command: "start" },
    ...{ next: webinar("started"), events: ["started"] },
  },
  {
    ...{ title: "a second start does nothing", held: webinar("started", "live"), command: "start" },
    ...{ next: webinar("started", "live"), events: [] },
  },
  {
    ...{ title: "a rehearsal is announced to nobody", held: webinar("waiting"), command: "practice" },
    ...{ next: webinar("practice"), events: [] },
  },
  {
    ...{ title: "a second rehearsal does nothing", held: webinar("practice"), command: "practice" },
    ...{ next: webinar("practice"), events: [] },
  },
  {
    ...{ title: "an end makes room for the next time", held: webinar("started"), command: "end" },
    ...{ next: { ...webinar("waiting"), ...again }, events: ["ended"] },
  },
  {
    ...{ title: "an end while live stops the stream first", held: webinar("started", "live"), command: "end" },
    ...{ next: { ...webinar("waiting"), ...again }, events: ["live_streaming_stopped", "ended"] },
  },
  {
    ...{ title: "the end of a rehearsal is none of a session", held: webinar("practice"), command: "end" },
    ...{ next: webinar("waiting"), events: [] },
  },
  {
    ...{ title: "an end of what waits does nothing", held: webinar("waiting"), command: "end" },
    ...{ next: webinar("waiting"), events: [] },
  },
  {
    ...{ title: "no stream outlives an end, whatever the status", held: webinar("waiting", "live"), command: "end" },
    ...{ next: webinar("waiting"), events: ["live_streaming_stopped"] },
  },
];

test.each(ROWS)("$title", ({ held, command, next, events }) => {
  const before = structuredClone(held);
  const result = changeSession(held, command, "next time");
  expect(result).toMatchObject({ next, events });
  expect(held).toEqual(before);
});

test("a webinar that has started cannot be rehearsed", () => {
  expect(changeSession(webinar("started"), "practice", "next time")).toEqual({ refused: "alreadyStarted" });
});

test("what has ended is told of under the uuid it was held with", () => {
  const result = changeSession(webinar("started", "live"), "end", "next time");
  expect(result).toMatchObject({ told: { uuid: "this time", status: "waiting" } });
});

test("where nothing changes the very same value comes back", () => {
  const held: Webinar | Meeting = webinar("waiting");
  expect(changeSession(held, "end", "next time")).toMatchObject({ next: held });
  expect((changeSession(held, "end", "next time") as { next: unknown }).next).toBe(held);
});
