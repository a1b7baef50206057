const MILLISECONDS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const satisfies Record<
  string,
  number
>;

/** A length of time: milliseconds as a number, or a number with a unit such as `"250ms"`, `"30s"`, `"5m"`, `"72h"`, `"90d"`. */
export type Duration = number | string;

/** Whether it is one that `milliseconds` reads. */
export function isDuration(duration: Duration): boolean {
  try {
    milliseconds(duration);
    return true;
  } catch {
    return false;
  }
}

/**
 * The milliseconds of a duration.
 *
 * @throws RangeError when the text is not a number followed by ms, s, m, h or d, or when it is negative.
 */
export function milliseconds(duration: Duration): number {
  if (typeof duration === "number") {
    if (Number.isFinite(duration) && duration >= 0) return duration;
  } else {
    const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(duration.trim());
    if (match) return Number(match[1]) * MILLISECONDS[match[2] as keyof typeof MILLISECONDS];
  }
  throw new RangeError(
    `Failed to read the duration ${JSON.stringify(duration)}: it is neither a number of milliseconds nor a text such as "250ms", "30s", "5m", "72h" or "90d". Write one of these.`,
  );
}
