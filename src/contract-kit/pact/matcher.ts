/** A matcher in the form that Pact's builders take, so that nothing of Pact has to be loaded to make one. */
export interface PactMatcher<Value = unknown> {
  readonly "pact:matcher:type": string;
  /** The example that goes into the contract and is sent to the provider. */
  readonly value: Value;
  /** What a matcher of type `regex` asks of the whole text. */
  readonly regex?: string;
  /** How many members a list must have at least. */
  readonly min?: number;
}

/** What a contract says of a value: the value itself, or a matcher, at every place in it. */
export type Template<Value> =
  | PactMatcher
  | (Value extends readonly (infer Member)[]
      ? readonly Template<Member>[]
      : Value extends object
        ? { readonly [Name in keyof Value]: Template<Value[Name]> }
        : Value);

/** Matches one value only. */
export const equal = <Value>(value: Value): PactMatcher<Value> => ({ "pact:matcher:type": "equality", value });

/** Matches any value of the example's type. */
export const sameType = <Value>(value: Value): PactMatcher<Value> => ({ "pact:matcher:type": "type", value });

/** Matches any number without a fraction. */
export const integer = (value: number): PactMatcher<number> => ({ "pact:matcher:type": "integer", value });

/** Matches a list of one or more, each like the example. */
export const eachLike = <Value>(example: Value): PactMatcher<readonly Value[]> => ({
  "pact:matcher:type": "type",
  value: [example],
  min: 1,
});

/** Matches a whole text. Pact's core is written in Rust: patterns keep to what Rust, Java and JavaScript have in common. */
export const regex = (pattern: string, value: string): PactMatcher<string> & { readonly regex: string } => ({
  "pact:matcher:type": "regex",
  regex: pattern,
  value,
});

/** A text as it stands in a pattern. */
export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

export const isMatcher = (value: unknown): value is PactMatcher =>
  typeof value === "object" && value !== null && "pact:matcher:type" in value;

/** What stands in the contract for a template: itself, with each matcher's example in its place. */
export function exampleOf(template: unknown): unknown {
  if (isMatcher(template)) return exampleOf(template.value);
  if (Array.isArray(template)) return template.map(exampleOf);
  if (typeof template !== "object" || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([name, member]) => [name, exampleOf(member)]));
}
