import { expect, test } from "vitest";
import { createClock } from "../../src/domain/clock.js";
import { milliseconds } from "../../src/domain/duration.js";

/** A machine whose time a test moves. */
function machine(start = "2026-01-31T12:00:00.000Z") {
  let time = Date.parse(start);
  return { read: () => time, pass: (ms: number) => (time += ms) };
}

test("a new clock shows the machine's time", () => {
  const { read, pass } = machine();
  const clock = createClock(read);
  pass(1500);
  expect(clock.reading()).toEqual({ mode: "real", now: "2026-01-31T12:00:01.500Z" });
});

test("an advanced clock runs on at a distance", () => {
  const { read, pass } = machine();
  const clock = createClock(read);
  clock.advance("30s");
  pass(1000);
  expect(clock.reading()).toEqual({ mode: "shifted", now: "2026-01-31T12:00:31.000Z" });
});

test("a frozen clock stands still until it is advanced, set or resumed", () => {
  const { read, pass } = machine();
  const clock = createClock(read);
  clock.freeze();
  pass(60_000);
  expect(clock.reading()).toEqual({ mode: "frozen", now: "2026-01-31T12:00:00.000Z" });
  clock.advance("5m");
  expect(clock.reading().now).toBe("2026-01-31T12:05:00.000Z");
  clock.set("2027-01-01T00:00:00Z");
  expect(clock.reading()).toEqual({ mode: "frozen", now: "2027-01-01T00:00:00.000Z" });
  clock.resume();
  pass(1000);
  expect(clock.reading()).toEqual({ mode: "shifted", now: "2027-01-01T00:00:01.000Z" });
});

test("resuming a running clock changes nothing", () => {
  const { read } = machine();
  const clock = createClock(read);
  clock.resume();
  expect(clock.mode).toBe("real");
});

test("a running clock that is set runs on from there", () => {
  const { read, pass } = machine();
  const clock = createClock(read);
  clock.set(new Date("2030-06-01T00:00:00Z"));
  pass(250);
  expect(clock.reading()).toEqual({ mode: "shifted", now: "2030-06-01T00:00:00.250Z" });
});

test("a reset clock is as it was made", () => {
  const { read } = machine();
  const real = createClock(read);
  const frozen = createClock(read, "2026-03-01T00:00:00Z");
  for (const clock of [real, frozen]) {
    clock.freeze(0);
    clock.advance(10);
    clock.reset();
  }
  expect(real.reading()).toEqual({ mode: "real", now: "2026-01-31T12:00:00.000Z" });
  expect(frozen.reading()).toEqual({ mode: "frozen", now: "2026-03-01T00:00:00.000Z" });
});

test("a moment that is no date is refused with what to give instead", () => {
  const clock = createClock();
  expect(() => clock.set("tomorrow")).toThrow(/"tomorrow": it is not a date. Give ISO 8601/);
  expect(() => clock.freeze("")).toThrow(RangeError);
  expect(() => clock.advance("99999999999999d")).toThrow(RangeError);
  expect(clock.mode).toBe("real");
});

test.each([
  [250, 250],
  ["250ms", 250],
  ["30s", 30_000],
  ["1.5m", 90_000],
  ["72h", 259_200_000],
  [" 90d ", 7_776_000_000],
])("the duration %j is %d milliseconds", (duration, expected) => {
  expect(milliseconds(duration)).toBe(expected);
});

test.each(["", "30", "s", "-5s", "1 hour", "1e3s", -1, Number.NaN, Number.POSITIVE_INFINITY])(
  "%j is no duration",
  (duration) => {
    expect(() => milliseconds(duration)).toThrow(/Write one of these/);
  },
);

test.each([
  ["2026-01-31", "2026-01-31T00:00:00.000Z"],
  ["2026-01-31T12:00Z", "2026-01-31T12:00:00.000Z"],
  ["2026-01-31T12:00:00.25+01:00", "2026-01-31T11:00:00.250Z"],
  ["0000-01-01", "0000-01-01T00:00:00.000Z"],
  ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
  [0, "1970-01-01T00:00:00.000Z"],
  [new Date("2026-01-31T12:00:00Z"), "2026-01-31T12:00:00.000Z"],
])("the moment %j is %s", (moment, expected) => {
  const clock = createClock();
  clock.freeze(moment);
  expect(clock.reading().now).toBe(expected);
});

test.each([
  ["5", /it is not a date\. Give ISO 8601/],
  ["Jan 1 2026", /it is not a date/],
  ["2026-1-1", /it is not a date/],
  ["2026-02-30", /it is not a date/],
  ["2026-02-30T12:00:00Z", /it is not a date/],
  ["2026-01-31T25:00:00Z", /it is not a date/],
  ["2026-01-31 12:00:00Z", /it is not a date/],
  ["2026-01-31T12:00:00", /it says no time zone\. Add Z or an offset/],
  ["+010000-01-01T00:00:00Z", /it is not a date/],
  [8.64e15, /outside the years 0000 to 9999/],
  [Number.NaN, /outside the years 0000 to 9999/],
  [new Date(Number.NaN), /it is not a date/],
  [new Date("+010000-01-01T00:00:00Z"), /outside the years 0000 to 9999/],
])("%j is no moment", (moment, message) => {
  const clock = createClock();
  expect(() => clock.freeze(moment)).toThrow(RangeError);
  expect(() => clock.set(moment)).toThrow(message);
  expect(() => createClock(undefined, moment)).toThrow(/^Failed to read the time /);
  expect(clock.mode).toBe("real");
});

test("no clock is advanced beyond the year 9999", () => {
  const clock = createClock(undefined, "9999-12-31");
  expect(() => clock.advance("1d")).toThrow(/outside the years 0000 to 9999/);
  expect(clock.reading().now).toBe("9999-12-31T00:00:00.000Z");
});
