import type { OpenAPIV3_1 } from "openapi-types";
import { jsonSchema } from "./request-body.js";
import type { Answer } from "./sample-answer.js";

type Schema = OpenAPIV3_1.SchemaObject;

/**
 * The schema of the bodies that answers with one status have: their members and no others, numbers only those that
 * occur. A member that every body has is required.
 */
export function responseBodySchema(answers: readonly Answer[]): Schema {
  const written = answers.filter(({ fixture }) => !fixture.isReply);
  const documents = answers.flatMap(({ fixture, reply }) => (fixture.isReply && reply ? [jsonSchema(reply)] : []));
  const schemas = [...(written.length > 0 ? [writtenSchema(written)] : []), ...documents];
  const different = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  return different.length === 1 && different[0] ? different[0] : { anyOf: different };
}

/** Of bodies that fixtures write member by member. */
function writtenSchema(answers: readonly Answer[]): Schema {
  const names = [...new Set(answers.flatMap(({ fixture }) => Object.keys(fixture.body ?? {})))];
  const properties = names.map((name) => [name, memberSchema(name, answers)]);
  const isAlwaysThere = (name: string) => answers.every((answer) => isRequired(name, answer));
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    required: names.filter(isAlwaysThere),
    additionalProperties: false,
  };
}

function isRequired(name: string, { fixture: { body = {} }, reply }: Answer): boolean {
  const placeholder = placeholderIn(body[name]);
  if (placeholder === undefined || !reply || !(placeholder in memberSchemas(reply))) return name in body;
  return (jsonSchema(reply).required ?? []).includes(placeholder);
}

function memberSchema(name: string, answers: readonly Answer[]): Schema {
  const values = answers.flatMap(({ fixture: { body = {} } }) => (name in body ? [body[name]] : []));
  if (values.every((value) => value === "{errors}")) return FIELD_ERRORS;
  if (values.every((value) => typeof value === "number")) {
    return { type: "integer", enum: [...new Set(values)].sort((a, b) => Number(a) - Number(b)) };
  }
  for (const { fixture, reply } of answers) {
    const placeholder = placeholderIn(fixture.body?.[name]);
    const member = placeholder !== undefined && reply ? memberSchemas(reply)[placeholder] : undefined;
    if (member) return member;
  }
  // A placeholder that is the whole text may be filled with a number.
  if (values.some((value) => typeof value !== "string" || placeholderIn(value) !== undefined)) return {};
  return { type: "string" };
}

const memberSchemas = (reply: NonNullable<Answer["reply"]>) =>
  (jsonSchema(reply).properties ?? {}) as Readonly<Record<string, Schema>>;

/** The placeholder that a value is nothing but. */
const placeholderIn = (value: unknown): string | undefined =>
  typeof value === "string" ? /^\{(\w+)\}$/.exec(value)?.[1] : undefined;

/** Zoom's `errors[]`. */
const FIELD_ERRORS: Schema = {
  type: "array",
  items: {
    type: "object",
    properties: { field: { type: "string" }, message: { type: "string" } },
    required: ["field", "message"],
    additionalProperties: false,
  },
};
