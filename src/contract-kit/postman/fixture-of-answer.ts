import type { InferInput } from "valibot";
import type { fixtureSchema } from "../../fixtures/fixture.js";
import type { AnyOperation } from "../../operations/operation.js";
import type { Profile } from "../../operations/profile.js";
import { sampleValues } from "../../operations/sample-values.js";
import type { Found } from "./find-outcome.js";
import { matchMessage, placeholdersOf } from "./match-message.js";
import type { Answer } from "./read-answers.js";

/** A fixture file as it is written. */
export type FixtureContent = InferInput<typeof fixtureSchema>;

/**
 * The fixture file that says what an answer says.
 *
 * @returns `"inherited"` where the extended profile says it already and in more detail than a file of ours could; a
 *   sentence where it cannot be said.
 */
export function fixtureOfAnswer(
  operation: AnyOperation,
  answer: Answer,
  { fixture, message, reworded }: Found,
  extended: Profile,
  source: string,
): FixtureContent | "inherited" | { readonly reason: string } {
  const { outcome } = fixture;
  const known = Object.keys(sampleValues(operation, outcome));
  const unknown = placeholdersOf(message ?? "").filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    const names = (list: readonly string[]) => list.map((name) => `{${name}}`).join(", ");
    return { reason: `${outcome} does not know ${names(unknown)}. Known there: ${names(known)}` };
  }
  const more = membersBesides(answer.body) ?? membersBesides(message === undefined ? undefined : fixture.body);
  if (more !== undefined) {
    if (isInherited(operation, answer, outcome, extended)) return "inherited";
    return { reason: `${outcome} has more than code and message (${more}). Write its fixture by hand` };
  }
  const code = answer.code ?? fixture.body?.["code"];
  const notes = [
    message !== undefined && answer.code === undefined && code !== undefined
      ? `The example has no error code; ${code} is that of zoom-mock's own fixture.`
      : [],
    reworded ? `The outcome was found by like words: "${fixture.body?.["message"]}".` : [],
  ].flat();
  const headers = ownHeaders(operation, answer, fixture, extended);
  return {
    outcome,
    evidence: answer.mark?.evidence ?? "documented",
    source,
    response: {
      status: answer.status,
      ...(Object.keys(headers).length > 0 && { headers }),
      ...(message !== undefined && { body: { ...(code !== undefined && { code }), message } }),
    },
    ...(notes.length > 0 && { notes: notes.join(" ") }),
  };
}

function membersBesides(body: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const names = Object.keys(body ?? {}).filter((name) => name !== "code" && name !== "message");
  return names.length === 0 ? undefined : names.join(", ");
}

function isInherited(operation: AnyOperation, answer: Answer, outcome: string, extended: Profile): boolean {
  const fixture = extended.fixture(operation, outcome);
  if (fixture?.status !== answer.status) return false;
  const sample: unknown = JSON.parse(fixture.render(sampleValues(operation, outcome)).body ?? "null");
  if (answer.body) return JSON.stringify(sample) === JSON.stringify(answer.body);
  const { code, message } = sample as { code?: unknown; message?: unknown };
  return code === answer.code && matchMessage(String(message), answer.message ?? "") !== undefined;
}

/** The example's headers, of those that the outcome has besides the ones of every answer; with their placeholders. */
function ownHeaders(operation: AnyOperation, answer: Answer, fixture: Found["fixture"], extended: Profile) {
  const names = Object.keys(sampleValues(operation, fixture.outcome)).filter((name) => name !== "errors");
  const templates = fixture.render(Object.fromEntries(names.map((name) => [name, `{${name}}`]))).headers;
  const success = extended.fixture(operation, operation.success);
  const always = [
    "content-type",
    ...Object.keys(success?.render(sampleValues(operation, operation.success)).headers ?? {}),
  ];
  const own = Object.entries(templates).filter(([name]) => !always.includes(name));
  return Object.fromEntries(
    own.flatMap(([name, template]) => {
      const value = answer.headers.get(name);
      return value === undefined ? [] : [[name, matchMessage(template, value) ?? value]];
    }),
  );
}
