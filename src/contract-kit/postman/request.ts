import { resolveSwitches } from "../../fixtures/switches-schema.js";
import { jsonSchema } from "../../openapi/request-body.js";
import type { AnyOperation } from "../../operations/operation.js";
import type { PostmanBody, PostmanRequest, PostmanUrl } from "./collection.js";

/** The two ways in which clients write a body. */
export type BodyMode = "form" | "JSON";

/** The version in Zoom's paths: a part of the variable `baseUrl`. */
export const VERSION = "/v2";

/** An operation as Postman sends it. */
export function request(operation: AnyOperation, mode: BodyMode): PostmanRequest {
  const { method, summary, rateLimit, scopes } = operation;
  const sample = sampleBody(operation, mode);
  return {
    method,
    header: mode === "JSON" && sample ? [{ key: "Content-Type", value: "application/json" }] : [],
    ...(sample && { body: mode === "form" ? form(sample) : json(sample) }),
    url: url(operation),
    description: `${summary}.\n\nScopes: ${[...scopes.classic, ...scopes.granular].map((scope) => `\`${scope}\``).join(", ")}. Rate limit label: \`${rateLimit}\`.`,
  };
}

function url({ path, params }: AnyOperation): PostmanUrl {
  const segments = path
    .slice(VERSION.length + 1)
    .replace(/\{(\w+)\}/g, ":$1")
    .split("/");
  return {
    raw: `{{baseUrl}}/${segments.join("/")}`,
    host: ["{{baseUrl}}"],
    path: segments,
    variable: Object.entries<AnyOperation["params"][string]>(params).map(([key, { description }]) => ({
      key,
      value: `{{${key}}}`,
      description,
    })),
  };
}

type Sample = Readonly<Record<string, unknown>>;

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

/**
 * The form holds everything the body may, with the first of the allowed values. The JSON request, which follows it in a
 * run, takes the last value of the first field: a second start within 30 seconds would be refused.
 */
function sampleBody(operation: AnyOperation, mode: BodyMode): Sample | undefined {
  const { properties = {} } = jsonSchema(operation.body(resolveSwitches())) as Schema;
  const entries = Object.entries(properties);
  const [first] = entries;
  if (!first) return undefined;
  return mode === "form"
    ? Object.fromEntries(entries.map(([name, schema]) => [name, sampleValue(schema)]))
    : { [first[0]]: sampleValue({ ...first[1], ...(first[1].enum && { enum: first[1].enum.slice(-1) }) }) };
}

function sampleValue(schema: Schema): unknown {
  if (schema.enum) return schema.enum[0];
  if (schema.properties) {
    return Object.fromEntries(Object.entries(schema.properties).map(([name, member]) => [name, sampleValue(member)]));
  }
  if (schema.type === "boolean") return false;
  return schema.type === "integer" || schema.type === "number" ? 1 : "My stream";
}

const form = (sample: Sample): PostmanBody => ({
  mode: "formdata",
  formdata: Object.entries(sample).map(([key, value]) => ({
    key,
    value: typeof value === "string" ? value : JSON.stringify(value),
    type: "text",
  })),
});

const json = (sample: Sample): PostmanBody => ({
  mode: "raw",
  raw: JSON.stringify(sample, null, 2),
  options: { raw: { language: "json" } },
});
