/** Counts calls within a window of time that begins with each second, minute or day (in UTC), not with a call. */
export interface FixedWindow {
  readonly limit: number;
  /** How many calls the window that holds `now` has had. */
  used(now: number): number;
  /** Counts calls; beyond the limit there is nothing to count. */
  add(calls: number, now: number): void;
  /** When the window that holds `now` is over. */
  end(now: number): number;
}

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** @param length In milliseconds. */
export function createFixedWindow(limit: number, length: number): FixedWindow {
  let current = Number.NaN;
  let count = 0;
  const windowAt = (now: number) => Math.floor(now / length);
  const used = (now: number) => (windowAt(now) === current ? count : 0);
  return {
    limit,
    used,
    add: (calls, now) => {
      count = Math.min(limit, used(now) + calls);
      current = windowAt(now);
    },
    end: (now) => (windowAt(now) + 1) * length,
  };
}
