import type {
  PactMatcher,
  PactMessage,
  PactMessageBuilder,
  PactRequest,
  PactRequestBuilder,
  PactResponse,
  PactResponseBuilder,
} from "../../src/pact.js";

/** What a builder was told: examples, and the rules of the body by path. */
export interface Built {
  headers: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: { content: unknown; encoded: false };
  rules: Record<string, unknown>;
}

/** What the kit tells Pact's builders of a request. */
export function builtRequest([, , build]: PactRequest): Built {
  const built: Built = { headers: {}, rules: {} };
  const builder: PactRequestBuilder = {
    ...recorder(built, () => builder),
    query: (query) => {
      built.query = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [exampleOf(value)]]));
      return builder;
    },
    body: (_contentType, body) => {
      built.body = { content: body.toString(), encoded: false };
      return builder;
    },
    matchingRules: ({ body }) => {
      for (const { path, rules } of body) built.rules[path] = ruleOf(rules);
      return builder;
    },
  };
  build(builder);
  return built;
}

/** What the kit tells Pact's builders of a response. */
export function builtResponse([, build]: PactResponse): Built {
  const built: Built = { headers: {}, rules: {} };
  const builder: PactResponseBuilder = recorder(built, () => builder);
  build(builder);
  return built;
}

/** What the kit tells Pact's builders of a message: headers are its metadata. */
export function builtMessage([, build]: PactMessage): Built & { readonly forms: Record<string, unknown> } {
  const built: Built = { headers: {}, rules: {} };
  const forms: Record<string, unknown> = {};
  const builder: PactMessageBuilder = {
    withJSONContent: (content) => {
      built.body = { content: exampleOf(content), encoded: false };
      Object.assign(built.rules, rulesIn(content, "$"));
      return builder;
    },
    withMetadata: (metadata) => {
      Object.assign(built.headers, exampleOf(metadata));
      for (const [name, value] of Object.entries(metadata)) if (isMatcher(value)) forms[name] = ruleOf([value]);
      return builder;
    },
  };
  build(builder);
  return { ...built, forms };
}

const recorder = <Builder>(built: Built, self: () => Builder) => ({
  headers: (headers: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(headers)) built.headers[name] = [exampleOf(value)];
    return self();
  },
  jsonBody: (body: unknown) => {
    built.body = { content: exampleOf(body), encoded: false };
    Object.assign(built.rules, rulesIn(body, "$"));
    return self();
  },
});

const isMatcher = (value: unknown): value is PactMatcher =>
  typeof value === "object" && value !== null && "pact:matcher:type" in value;

function exampleOf(value: unknown): unknown {
  if (isMatcher(value)) return exampleOf(value.value);
  if (Array.isArray(value)) return value.map(exampleOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, exampleOf(member)]));
}

function rulesIn(value: unknown, path: string): Record<string, unknown> {
  if (isMatcher(value)) return { [path]: ruleOf([value]), ...rulesInList(value.value, path) };
  if (typeof value !== "object" || value === null) return {};
  return Object.assign({}, ...Object.entries(value).map(([name, member]) => rulesIn(member, `${path}.${name}`)));
}

const rulesInList = (list: unknown, path: string): Record<string, unknown> =>
  Array.isArray(list) && list.length > 0 ? rulesIn(list[0], `${path}[*]`) : {};

const ruleOf = (matchers: readonly PactMatcher[]) => ({
  combine: "AND",
  matchers: matchers.map(({ "pact:matcher:type": match, regex, min }) => ({
    match,
    ...(regex !== undefined && { regex }),
    ...(min !== undefined && { min }),
  })),
});
