import { resolveSwitches } from "../../fixtures/switches-schema.js";
import { jsonSchema } from "../../openapi/request-body.js";
import { takesBody } from "../../operations/common-outcomes.js";
import type { AnyOperation } from "../../operations/operation.js";
import { documentTemplate } from "./document-template.js";
import { type PactMatcher, regex } from "./matcher.js";
import type { PactRequest } from "./pact-builders.js";
import { URLENCODED, urlencodedForm } from "./urlencoded-form.js";

type Text = string | PactMatcher<string>;

/** What a request can be told, whatever its operation. */
export interface RequestOptions {
  /** What stands in the path. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, Text>>;
  /** As it is given: exactly, or by the matchers in it. */
  readonly body?: unknown;
  readonly token?: string | null;
  /** Sent as HTTP Basic. */
  readonly client?: { readonly id: string; readonly secret: string };
}

/** A request as a contract has it: what is no matcher must be equal. */
export interface RequestParts {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, Text>>;
  readonly headers: Readonly<Record<string, Text>>;
  readonly body?:
    | { readonly encoding: "json"; readonly content: unknown }
    | { readonly encoding: "urlencoded"; readonly content: Readonly<Record<string, Text>> };
}

/** The request of an operation. What it is not told is as in the operation's examples. */
export function requestParts(operation: AnyOperation, options: RequestOptions): RequestParts {
  const { method, path, params, contentTypes = [] } = operation;
  // OAuth's operations take the same parameters in either place.
  const usual = operation.security === "client" && options.query ? undefined : usualBody(operation);
  const { params: given = {}, query = {}, body: content = usual } = options;
  const encoding = contentTypes.includes(URLENCODED) ? "urlencoded" : "json";
  return {
    method,
    path: path.replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? params[name]?.example ?? ""),
    query,
    headers: authorization(operation, options),
    ...(takesBody(method) &&
      content !== undefined && { body: { encoding, content } as NonNullable<RequestParts["body"]> }), // a form's fields are texts
  };
}

/** The operation's own sample, of which only the kinds of its members matter. */
function usualBody({ body, sampleBody }: AnyOperation): unknown {
  return sampleBody && documentTemplate(jsonSchema(body(resolveSwitches())), sampleBody, { members: "all" });
}

function authorization(
  { security }: AnyOperation,
  { token = "test-token", client }: RequestOptions,
): Record<string, Text> {
  if (client) return { Authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}` };
  return token === null || security === "client" ? {} : { Authorization: regex("^Bearer \\S+$", `Bearer ${token}`) };
}

/** The arguments of PactV4's `withRequest`. */
export const pactRequest = ({ method, path, query, headers, body }: RequestParts): PactRequest => [
  method,
  path,
  (builder) => {
    if (Object.keys(query).length > 0) builder.query({ ...query });
    if (body?.encoding === "urlencoded") urlencodedForm(body.content, headers)(builder);
    else if (!body) builder.headers({ ...headers });
    // Pact itself takes `application/json; charset=utf-8` for it too.
    else builder.headers({ ...headers, "Content-Type": "application/json" }).jsonBody(body.content);
  },
];
