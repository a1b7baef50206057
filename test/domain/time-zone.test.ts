import { expect, test } from "vitest";
import { utcTime } from "../../src/domain/time-zone.js";

test.each([
  ["2026-01-31T12:00:00Z", "America/Los_Angeles", "2026-01-31T12:00:00Z"],
  ["2026-01-31T12:00:00+02:00", "UTC", "2026-01-31T10:00:00Z"],
  ["2026-01-31T12:00", "UTC", "2026-01-31T12:00:00Z"],
  ["2026-01-31T12:00:00.500", "UTC", "2026-01-31T12:00:00Z"],
  ["2026-01-31T12:00:00", "America/Los_Angeles", "2026-01-31T20:00:00Z"],
  ["2026-07-01T12:00:00", "America/Los_Angeles", "2026-07-01T19:00:00Z"],
  ["2026-07-01T00:30:00", "Asia/Kolkata", "2026-06-30T19:00:00Z"],
  // The clocks go forward at 2 o'clock and back at 2 o'clock.
  ["2026-03-08T03:30:00", "America/Los_Angeles", "2026-03-08T10:30:00Z"],
  ["2026-11-01T03:30:00", "America/Los_Angeles", "2026-11-01T11:30:00Z"],
  ["2026-01-31T12:00:00", "Mars/Olympus", "2026-01-31T12:00:00Z"],
])("%s in %s is %s", (text, zone, utc) => {
  expect(utcTime(text, zone)).toBe(utc);
});

test.each(["tomorrow", "2026-01-31", "2026-02-30T12:00:00", "2026-01-31T25:00:00Z", "12:00", ""])(
  "%j is no time",
  (text) => {
    expect(utcTime(text, "UTC")).toBeUndefined();
  },
);
