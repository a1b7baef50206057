import { FAULT_KINDS, type FaultKind } from "../domain/fault.js";
import type { Coverage } from "../simulator/coverage.js";
import { type CoverageShare, countsOf, shareOf } from "./share.js";

/** What the client has met of what can go wrong besides Zoom's own answers. */
export interface FaultCoverage extends CoverageShare {
  /** How many requests each kind has struck; 0: none. */
  readonly kinds: Readonly<Partial<Record<FaultKind, number>>>;
}

export function faultCoverage({ faults }: Coverage, ignored: readonly string[]): FaultCoverage {
  const kinds = countsOf(Object.keys(FAULT_KINDS) as FaultKind[], faults, ignored); // its keys are the kinds
  return { ...shareOf(Object.values(kinds)), kinds };
}
