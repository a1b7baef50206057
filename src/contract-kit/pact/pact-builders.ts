import type { PactMatcher } from "./matcher.js";

/** What the kit needs of the builder that Pact hands to `withRequest`. */
export interface PactRequestBuilder {
  query(query: Record<string, string | PactMatcher<string>>): PactRequestBuilder;
  headers(headers: Record<string, string | PactMatcher<string>>): PactRequestBuilder;
  jsonBody(body: unknown): PactRequestBuilder;
  body(contentType: string, body: Buffer): PactRequestBuilder;
  matchingRules(rules: { body: { path: string; rules: PactMatcher[] }[] }): PactRequestBuilder;
}

/** What the kit needs of the builder that Pact hands to `willRespondWith`. */
export interface PactResponseBuilder {
  headers(headers: Record<string, string | PactMatcher<string>>): PactResponseBuilder;
  jsonBody(body: unknown): PactResponseBuilder;
}

/** What the kit needs of the builder that Pact hands to `expectsToReceive`. */
export interface PactMessageBuilder {
  withJSONContent(content: unknown): PactMessageBuilder;
  withMetadata(metadata: Record<string, string | PactMatcher<string>>): PactMessageBuilder;
}

/** The arguments of PactV4's `given`: a state of the catalogue with its parameters. */
export type PactState = [name: string, params: Record<string, string>];

/** The arguments of PactV4's `withRequest`. */
export type PactRequest = [method: string, path: string, build: (builder: PactRequestBuilder) => void];

/** The arguments of PactV4's `willRespondWith`. */
export type PactResponse = [status: number, build: (builder: PactResponseBuilder) => void];

/** The arguments of `expectsToReceive` of PactV4's asynchronous interactions. */
export type PactMessage = [description: string, build: (builder: PactMessageBuilder) => void];
