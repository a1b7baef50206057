import type { ClockReading } from "../domain/clock.js";
import type { Duration } from "../domain/duration.js";
import type { Moment } from "../domain/moment.js";
import type { ClockMove } from "./clock-commands.js";
import * as clock from "./clock-commands.js";
import type { Call } from "./command.js";

/** The mock's time. Every method resolves to what the clock then shows. */
export interface ClockControl {
  get(): Promise<ClockReading>;
  /** Stops the clock, at the given time or now. */
  freeze(at?: Moment): Promise<ClockReading>;
  /** Moves it forward: by milliseconds, or by a text such as `"30s"` or `"5m"`. */
  advance(by: Duration): Promise<ClockMove>;
  set(at: Moment): Promise<ClockMove>;
  /** Lets a frozen clock run on. */
  resume(): Promise<ClockReading>;
}

/** Reads and moves the clock. */
export const createClockClient = (call: Call): ClockControl => ({
  get: () => call(clock.readClock),
  freeze: (moment) => call(clock.freezeClock, moment === undefined ? {} : { body: { at: at(moment) } }),
  advance: (by) => call(clock.advanceClock, { body: { by } }),
  set: (moment) => call(clock.setClock, { body: { at: at(moment) } }),
  resume: () => call(clock.resumeClock),
});

/** What JSON takes over, as the moment itself would be read. */
export const at = (moment: Moment) => {
  if (!(moment instanceof Date)) return moment;
  return Number.isNaN(moment.getTime()) ? String(moment) : moment.getTime();
};
