import { resolveSwitches } from "../../fixtures/switches-schema.js";
import { jsonSchema } from "../../openapi/request-body.js";
import { outcomesOf } from "../../operations/common-outcomes.js";
import type { AnyOperation, FixtureValue } from "../../operations/operation.js";
import type { Profile } from "../../operations/profile.js";
import { sampleValues } from "../../operations/sample-values.js";
import { prepare } from "../../simulator/prepared-operation.js";
import { didYouMean } from "../../text/nearest.js";
import { documentTemplate } from "./document-template.js";
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
 * what varies from answer to answer. Of a document only what is given is exact; the rest is matched by kind.
 *
 * @param values What the answer mentions; what is left out is as in the operation's examples.
 * @param document What is known of the answer's document: values, or matchers of one's own.
 * @throws RangeError when the profile has no such outcome.
 */
export function fixtureResponse(
  profile: Profile,
  operation: AnyOperation,
  outcome: string,
  values: Readonly<Record<string, FixtureValue>>,
  document: Readonly<Record<string, unknown>> = {},
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
  const marked = fixture.render({ ...all, ...marksOf(operation, outcome, document), ...MARKS });
  const headers = named(matched(example.headers, marked.headers, example.headers, {}) as Record<string, string>);
  const template = fixture.isReply ? "{reply}" : fixture.body;
  const body =
    example.body === undefined
      ? undefined
      : matched(
          template,
          JSON.parse(marked.body ?? ""),
          JSON.parse(example.body),
          documents(operation, outcome, document),
        );
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
const marksFor = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, MARK + name + MARK]));
const MARKS = marksFor(Object.keys(VARYING));

/** A member of the document may be told in the middle of another text; which it is, nobody knows either. */
function marksOf(operation: AnyOperation, outcome: string, document: Readonly<Record<string, unknown>>) {
  const members = Object.keys(outcomesOf(operation)[outcome]?.reply?.sample ?? {});
  return marksFor(members.filter((name) => !(name in document)));
}

/** What stands for an outcome's document and for its members, by the names of their placeholders. */
function documents(operation: AnyOperation, outcome: string, fixed: Readonly<Record<string, unknown>>) {
  const { reply } = outcomesOf(operation)[outcome] ?? {};
  if (!reply) return {};
  const known = { fixed, members: "required" } as const;
  const whole = documentTemplate(jsonSchema(reply.schema), reply.sample, known) as Readonly<Record<string, unknown>>;
  const absent = Object.fromEntries(Object.keys(reply.sample).map((name) => [name, undefined]));
  return { ...absent, ...whole, reply: whole };
}

/** The example, with matchers where the marked twin has a mark, and what stands for a document in its place. */
function matched(
  template: unknown,
  marked: unknown,
  example: unknown,
  known: Readonly<Record<string, unknown>>,
): unknown {
  const [, name] = /^\{(\w+)\}$/.exec(String(template)) ?? [];
  if (name !== undefined && name in known) return known[name];
  if (isRecord(template)) {
    const members = Object.keys(template).map((each) => [
      each,
      matched(template[each], member(marked, each), member(example, each), known),
    ]);
    return Object.fromEntries(members.filter(([, value]) => value !== undefined));
  }
  if (typeof example !== "string")
    return JSON.stringify(marked) === JSON.stringify(example) ? example : sameType(example);
  return marked === example ? example : regex(pattern(String(marked)), example);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const member = (of: unknown, name: string): unknown => (isRecord(of) ? of[name] : undefined);

const pattern = (marked: string): string =>
  `^${marked
    .split(MARK)
    .map((piece, index) => (index % 2 === 0 ? escaped(piece) : (VARYING[piece] ?? ".+")))
    .join("")}$`;
