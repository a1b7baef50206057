import { equal, type PactMatcher, regex } from "./matcher.js";
import type { PactRequestBuilder } from "./pact-builders.js";

/** Always the same, so that contracts are. What a client sends may have any other. */
const BOUNDARY = "zoom-livestream-example-boundary";

/**
 * A `multipart/form-data` body of text fields, for PactV4's `withRequest`. The boundary and the order of the parts do
 * not matter. A field given as text must be equal to it.
 *
 * Pact compares a text part as a string; only a regular expression can look into JSON in it (see `jsonText`). Parts that
 * are not named here are accepted, and of a part that comes twice only the first is compared.
 *
 * @param headers Sent besides the content type.
 */
export function multipartForm(
  fields: Readonly<Record<string, string | PactMatcher<string>>>,
  headers: Readonly<Record<string, string | PactMatcher<string>>> = {},
): (builder: PactRequestBuilder) => void {
  const matchers = Object.entries(fields).map(
    ([name, field]) => [name, typeof field === "string" ? equal(field) : field] as const,
  );
  const contentType = `multipart/form-data; boundary=${BOUNDARY}`;
  const parts = matchers.map(([name, { value }]) => part(name, value));
  return (builder) => {
    builder
      .headers({ ...headers, "Content-Type": regex("^multipart/form-data;.*boundary=.+$", contentType) })
      .body(contentType, Buffer.from(`${parts.join("")}--${BOUNDARY}--\r\n`))
      // Each part has a rule of its own: Pact hands the rule of the whole body down to parts without one.
      .matchingRules({ body: matchers.map(([name, matcher]) => ({ path: `$.${name}`, rules: [matcher] })) });
  };
}

const part = (name: string, value: string): string =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
