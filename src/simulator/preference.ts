import type { Fixture } from "../operations/profile.js";
import { didYouMean } from "../text/nearest.js";

/** What a Prefer header (RFC 7240) asks of the mock: an answer of choice, and how bodies are treated. */
export interface Preference {
  /** `Prefer: code=429`: the first outcome with this status. */
  readonly code?: string;
  /** `Prefer: example=startThrottled`: the outcome of this name. Prism's convention, like `code`. */
  readonly example?: string;
  /** `Prefer: handling=strict` or `handling=lenient`, for this request. */
  readonly handling?: string;
}

const NOTHING: Preference = {};

/** Reads a Prefer header; preferences it does not know are left alone, as the RFC asks. */
export function parsePrefer(header: string | readonly string[] | undefined): Preference {
  if (header === undefined) return NOTHING;
  const pairs = String(header)
    .split(/[,;]/)
    .map((pair) => pair.split("=", 2).map((text) => text.trim().replace(/^"(.*)"$/, "$1")));
  return Object.fromEntries(
    pairs
      .filter(([name = ""]) => ["code", "example", "handling"].includes(name.toLowerCase()))
      .map(([name = "", value = ""]) => [name.toLowerCase(), value]),
  );
}

/**
 * The fixture that a preference chooses.
 *
 * @returns A fixture, a sentence that says why there is none, or undefined when no answer is asked for.
 */
export function preferredFixture(
  { code, example }: Preference,
  operationId: string,
  byOutcome: ReadonlyMap<string, Fixture>,
): Fixture | string | undefined {
  if (code === undefined && example === undefined) return undefined;
  const fixtures = [...byOutcome.values()];
  const found = fixtures.find(
    ({ outcome, status }) => outcome === (example ?? outcome) && String(status) === (code ?? String(status)),
  );
  const wanted = [example && `example=${example}`, code && `code=${code}`].filter(Boolean).join(", ");
  const names = fixtures.map(({ outcome }) => outcome);
  const all = fixtures.map(({ outcome, status }) => `${outcome} (${status})`).join(", ");
  return (
    found ??
    `Failed to answer with ${wanted}: ${operationId} has no such outcome in this profile.${example ? didYouMean(example, names) : ""} Choose one of ${all}.`
  );
}
