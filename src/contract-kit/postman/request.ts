import { takesBody } from "../../operations/common-outcomes.js";
import type { AnyOperation, JsonObject } from "../../operations/operation.js";
import { URLENCODED } from "../pact/urlencoded-form.js";
import type { PostmanAuth, PostmanBody, PostmanRequest, PostmanUrl } from "./collection.js";

/** The two ways in which clients write a body, where there is a choice. */
export type BodyMode = "form" | "JSON";

/** The version in Zoom's paths: a part of the variable `baseUrl`. */
export const VERSION = "/v2";

/** An operation as Postman sends it. */
export function request(operation: AnyOperation, mode: BodyMode, sample: JsonObject | undefined): PostmanRequest {
  const { method, security, contentTypes = [] } = operation;
  const body = takesBody(method) ? sample : undefined;
  const isUrlencoded = contentTypes.includes(URLENCODED);
  return {
    ...(security === "client" && { auth: CLIENT_AUTH }),
    method,
    header: mode === "JSON" && body && !isUrlencoded ? [{ key: "Content-Type", value: "application/json" }] : [],
    ...(body && { body: isUrlencoded ? urlencoded(body) : mode === "form" ? form(body) : json(body) }),
    url: url(operation),
    description: description(operation),
  };
}

/** Id and secret of an app, which OAuth's operations ask for. */
const CLIENT_AUTH: PostmanAuth = {
  type: "basic",
  basic: [
    { key: "username", value: "{{clientId}}", type: "string" },
    { key: "password", value: "{{clientSecret}}", type: "string" },
  ],
};

function description({ summary, scopes: { classic, granular }, rateLimit }: AnyOperation): string {
  const scopes = [...classic, ...granular].map((scope) => `\`${scope}\``).join(", ");
  return rateLimit === null ? `${summary}.` : `${summary}.\n\nScopes: ${scopes}. Rate limit label: \`${rateLimit}\`.`;
}

function url({ path, params, query = {}, security }: AnyOperation): PostmanUrl {
  const isVersioned = path.startsWith(`${VERSION}/`);
  const host = isVersioned ? "{{baseUrl}}" : "{{oauthUrl}}";
  const segments = path
    .slice(isVersioned ? VERSION.length + 1 : 1)
    .replace(/\{(\w+)\}/g, ":$1")
    .split("/");
  // What OAuth's operations take in the query, they take in the form as well.
  const known = security === "client" ? [] : Object.entries<NonNullable<AnyOperation["query"]>[string]>(query);
  return {
    raw: `${host}/${segments.join("/")}`,
    host: [host],
    path: segments,
    ...(known.length > 0 && {
      query: known.map(([key, { example: value, description }]) => ({ key, value, description, disabled: true })),
    }),
    variable: Object.entries<AnyOperation["params"][string]>(params).map(([key, { description }]) => ({
      key,
      value: `{{${key}}}`,
      description,
    })),
  };
}

const fields = (sample: JsonObject) =>
  Object.entries(sample).map(
    ([key, value]) =>
      ({ key, value: typeof value === "string" ? value : JSON.stringify(value), type: "text" }) as const,
  );

const form = (sample: JsonObject): PostmanBody => ({ mode: "formdata", formdata: fields(sample) });

const urlencoded = (sample: JsonObject): PostmanBody => ({ mode: "urlencoded", urlencoded: fields(sample) });

const json = (sample: JsonObject): PostmanBody => ({
  mode: "raw",
  raw: JSON.stringify(sample, null, 2),
  options: { raw: { language: "json" } },
});
