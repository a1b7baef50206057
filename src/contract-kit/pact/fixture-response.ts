import { resolveSwitches } from "../../fixtures/switches-schema.js";
import type { AnyOperation, FixtureValue } from "../../operations/operation.js";
import type { Profile } from "../../operations/profile.js";
import { sampleValues } from "../../operations/sample-values.js";
import { prepare } from "../../simulator/prepared-operation.js";
import { didYouMean } from "../../text/nearest.js";
import { escaped, regex, sameType } from "./matcher.js";
import type { PactResponse } from "./pact-builders.js";

/** The placeholders whose values nobody knows before the answer comes; all others are matched exactly. */
const VARYING: Readonly<Record<string, string>> = {
  trackingId: "[0-9A-Fa-f]+",
  retryAfterSeconds: "\\d+",
  retryAfter: "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z",
};

/**
 * What a fixture looks like on the wire, for PactV4's `willRespondWith`: status, headers and body are exact, save for
 * what varies from answer to answer.
 *
 * @param values What the answer mentions; what is left out is as in the operation's examples.
 * @throws RangeError when the profile has no such outcome.
 */
export function fixtureResponse(
  profile: Profile,
  operation: AnyOperation,
  outcome: string,
  values: Readonly<Record<string, FixtureValue>>,
): PactResponse {
  const { fixtures } = prepare(operation, profile, resolveSwitches(profile.switches));
  const fixture = fixtures.get(outcome);
  if (!fixture) {
    throw new RangeError(
      `Failed to build the answer ${outcome} of ${operation.id}: profile ${profile.name} has none.${didYouMean(outcome, [...fixtures.keys()])}`,
    );
  }
  const all = { ...sampleValues(operation, outcome), ...values };
  const example = fixture.render(all);
  const marked = fixture.render({ ...all, ...MARKS });
  const headers = named(matched(marked.headers, example.headers) as Record<string, string>);
  const body =
    example.body === undefined ? undefined : matched(JSON.parse(marked.body ?? ""), JSON.parse(example.body));
  return [
    fixture.status,
    (builder) => {
      builder.headers(headers);
      if (body !== undefined) builder.jsonBody(body);
    },
  ];
}

/** Spelt as Pact does, which otherwise adds a content type of its own. */
const named = <Value>({ "content-type": type, ...rest }: Record<string, Value>): Record<string, Value> =>
  type === undefined ? rest : { "Content-Type": type, ...rest };

/** Stand-ins that show where a template has a varying placeholder; a header must be able to carry them. */
const MARK = "~~";
const MARKS = Object.fromEntries(Object.keys(VARYING).map((name) => [name, MARK + name + MARK]));

/** The example, with matchers where the marked twin has a mark. */
function matched(marked: unknown, example: unknown): unknown {
  if (typeof example === "object" && example !== null) {
    const entries = Object.entries(example).map(([name, value]) => [name, matched(member(marked, name), value)]);
    return Array.isArray(example) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
  }
  if (marked === example) return example;
  return typeof example === "string" ? regex(pattern(String(marked)), example) : sameType(example);
}

const member = (of: unknown, name: string): unknown => (of as Record<string, unknown>)[name];

const pattern = (marked: string): string =>
  `^${marked
    .split(MARK)
    .map((piece, index) => (index % 2 === 0 ? escaped(piece) : VARYING[piece]))
    .join("")}$`;
