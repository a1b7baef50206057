import { EVIDENCE, type Evidence } from "../../domain/evidence.js";
import type { Fixture } from "../../operations/profile.js";

/** What the mock says of an answer in the header `x-zoom-mock`. */
export interface Mark {
  readonly profile: string;
  readonly outcome: string;
  readonly evidence: Evidence;
}

/** The header as the mock writes it. */
export const mark = (profile: string, { outcome, evidence }: Fixture) => ({
  "x-zoom-mock": `profile=${profile}, outcome=${outcome}, evidence=${evidence}`,
});

/** Reads the header's value; undefined when it names no outcome. */
export function readMark(value: string): Mark | undefined {
  const [, profile, outcome, word] = /^profile=(\S+), outcome=(\w+), evidence=(\w+)$/.exec(value) ?? [];
  const evidence = EVIDENCE.find((each) => each === word);
  return profile === undefined || outcome === undefined || !evidence ? undefined : { profile, outcome, evidence };
}
