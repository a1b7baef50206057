import { equal, type PactMatcher } from "./matcher.js";
import type { PactRequestBuilder } from "./pact-builders.js";

export const URLENCODED = "application/x-www-form-urlencoded";

/**
 * A form as OAuth's operations take it, for PactV4's `withRequest`. The order of the fields does not matter; a field given
 * as text must be equal to it, and there may be no others.
 *
 * @param headers Sent besides the content type.
 */
export function urlencodedForm(
  fields: Readonly<Record<string, string | PactMatcher<string>>>,
  headers: Readonly<Record<string, string | PactMatcher<string>>>,
): (builder: PactRequestBuilder) => void {
  const matchers = Object.entries(fields).map(
    ([name, field]) => [name, typeof field === "string" ? equal(field) : field] as const,
  );
  const text = String(new URLSearchParams(Object.fromEntries(matchers.map(([name, { value }]) => [name, value]))));
  return (builder) => {
    builder
      .headers({ ...headers, "Content-Type": URLENCODED })
      .body(URLENCODED, Buffer.from(text))
      // Each field has a rule of its own: Pact hands the rule of the whole body down to fields without one.
      .matchingRules({ body: matchers.map(([name, matcher]) => ({ path: `$.${name}`, rules: [matcher] })) });
  };
}
