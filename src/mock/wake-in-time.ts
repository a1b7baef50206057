import type { Universe } from "../simulator/universe.js";

/** Real time; tests pass their own. */
export interface Timers {
  /** A timer that keeps no process alive. */
  set(run: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
}

/** What it takes of a universe. */
type Woken = Pick<Universe, "agenda" | "clock" | "lifetime" | "isDue" | "settle">;

const machineTimers: Timers = {
  set: (run, milliseconds) => setTimeout(run, milliseconds).unref(),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout), // what `set` gave
};

/** The longest that a timer of Node's waits; what is further away is looked at again then. */
const LONGEST = 2 ** 31 - 1;

/**
 * Lets what stands on a universe's agenda happen in real time, though no request comes: one timer for what is first,
 * set anew when that changes. While the clock stands still there is none, and requests never ask for it.
 */
export function wakeInTime(universe: Woken, timers: Timers = machineTimers): void {
  const { agenda, clock, lifetime } = universe;
  let timer: unknown;
  const plan = () => {
    timers.clear(timer);
    timer = undefined;
    const next = agenda.next();
    if (next === undefined || clock.mode === "frozen" || lifetime.ended !== undefined) return;
    timer = timers.set(wake, Math.min(Math.max(next - clock.now(), 0), LONGEST));
  };
  const wake = () => {
    // Settled, the agenda tells of its change; a timer that was early or has waited its longest is set again.
    if (universe.isDue()) universe.settle().catch(report);
    else plan();
  };
  agenda.onChange(plan);
  clock.onChange(plan);
  lifetime.onEnd(plan);
  plan();
}

const report = (error: Error) =>
  console.error(
    `Failed to let happen what became due: ${error.message} This is a fault of zoom-mock; please report it.`,
  );
