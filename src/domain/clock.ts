import { type Duration, milliseconds } from "./duration.js";
import { type Moment, readMoment } from "./moment.js";

/** How a universe's time runs: with the machine, at a distance from it, or not at all. */
export type ClockMode = "real" | "shifted" | "frozen";

/** What a clock shows: `now` as ISO 8601 with milliseconds. */
export interface ClockReading {
  readonly mode: ClockMode;
  readonly now: string;
}

/** All that makes a clock show what it shows, to go on from there in another process. */
export interface ClockState {
  /** Milliseconds between the machine's time and the clock's, while it runs. */
  readonly offset: number;
  /** The ISO 8601 time at which it stands still; `null`: it runs. */
  readonly frozen_at: string | null;
}

/** The time of one universe. Nothing else in the package reads the time. */
export interface Clock {
  readonly mode: ClockMode;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  reading(): ClockReading;
  /** Stops the clock, at `at` or at the time it shows. */
  freeze(at?: Moment): void;
  /** Moves the clock forward; a frozen clock stays frozen. */
  advance(by: Duration): void;
  /** Sets the time; a frozen clock stays frozen, a running one runs on from there. */
  set(at: Moment): void;
  /** Lets a frozen clock run on from the time it shows. */
  resume(): void;
  /** Back to the machine's time, or to the time the clock was made with. */
  reset(): void;
  state(): ClockState;
  /** Goes on from a state. */
  restore(state: ClockState): void;
  /** Calls the listener each time that the clock was set otherwise. */
  onChange(listener: () => void): void;
}

/** The machine's time: milliseconds since the epoch. */
const machineTime = (): number => Date.now();

/** Milliseconds since some moment, with fractions, for how long something takes; no universe's time. */
export const elapsed = (): number => performance.now();

/**
 * A clock over a source of time.
 *
 * @param source Where real time comes from; tests pass their own.
 * @param startFrozenAt When given, the clock begins (and after `reset()` is again) frozen at this moment.
 * @throws RangeError from `freeze`, `set` and `advance` when the moment is none or outside the years 0000 to 9999.
 */
export function createClock(source: () => number = machineTime, startFrozenAt?: Moment): Clock {
  const listeners: (() => void)[] = [];
  const changed = () => {
    for (const listener of listeners) listener();
  };
  let offset = 0;
  let frozenAt: number | undefined;
  const now = () => frozenAt ?? source() + offset;
  const clock: Clock = {
    get mode() {
      if (frozenAt !== undefined) return "frozen";
      return offset === 0 ? "real" : "shifted";
    },
    now,
    reading: () => ({ mode: clock.mode, now: isoTime(now()) }),
    freeze: (at) => {
      frozenAt = at === undefined ? now() : readMoment(at);
      changed();
    },
    advance: (by) => {
      const distance = milliseconds(by);
      readMoment(now() + distance);
      if (frozenAt === undefined) offset += distance;
      else frozenAt += distance;
      changed();
    },
    set: (at) => {
      const target = readMoment(at);
      if (frozenAt === undefined) offset = target - source();
      else frozenAt = target;
      changed();
    },
    resume: () => {
      if (frozenAt === undefined) return;
      offset = frozenAt - source();
      frozenAt = undefined;
      changed();
    },
    reset: () => {
      offset = 0;
      frozenAt = startFrozenAt === undefined ? undefined : readMoment(startFrozenAt);
      changed();
    },
    state: () => ({ offset, frozen_at: frozenAt === undefined ? null : isoTime(frozenAt) }),
    restore: (state) => {
      offset = state.offset;
      frozenAt = state.frozen_at === null ? undefined : readMoment(state.frozen_at);
      changed();
    },
    onChange: (listener) => void listeners.push(listener),
  };
  clock.reset();
  return clock;
}

/** A moment as ISO 8601 with milliseconds, in UTC. */
export const isoTime = (at: number): string => new Date(at).toISOString();

/** A moment as the HTTP `Date` header writes it. */
export const httpDate = (at: number): string => new Date(at).toUTCString();
