/** A matcher in the form that Pact's builders take, so that nothing of Pact has to be loaded to make one. */
export interface PactMatcher<Value = unknown> {
  readonly "pact:matcher:type": string;
  /** The example that goes into the contract and is sent to the provider. */
  readonly value: Value;
  /** What a matcher of type `regex` asks of the whole text. */
  readonly regex?: string;
}

/** Matches one value only. */
export const equal = <Value>(value: Value): PactMatcher<Value> => ({ "pact:matcher:type": "equality", value });

/** Matches any value of the example's type. */
export const sameType = <Value>(value: Value): PactMatcher<Value> => ({ "pact:matcher:type": "type", value });

/** Matches a whole text. Pact's core is written in Rust: patterns keep to what Rust, Java and JavaScript have in common. */
export const regex = (pattern: string, value: string): PactMatcher<string> & { readonly regex: string } => ({
  "pact:matcher:type": "regex",
  regex: pattern,
  value,
});

/** A text as it stands in a pattern. */
export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
