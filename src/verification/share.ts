/** How much was met of what there is. */
export interface CoverageShare {
  /** Rounded down to a tenth: 100 is all of it. 0 where there is nothing. */
  readonly percent: number;
  readonly met: number;
  readonly total: number;
}

/** @param counts How often each was met. */
export function shareOf(counts: readonly number[]): CoverageShare {
  const total = counts.length;
  const met = counts.filter((count) => count > 0).length;
  return { percent: total === 0 ? 0 : Math.floor((1000 * met) / total) / 10, met, total };
}

/** How often each of these was met, but for those that need not be. */
export const countsOf = <Name extends string>(
  names: readonly Name[],
  counts: ReadonlyMap<string, number>,
  ignored: readonly string[],
): Readonly<Partial<Record<Name, number>>> => {
  const counted = names.filter((name) => !ignored.includes(name)).map((name) => [name, counts.get(name) ?? 0]);
  return Object.fromEntries(counted) as Partial<Record<Name, number>>; // the names are Names
};
