import type { OpenAPIV3_1 } from "openapi-types";

type Body = Readonly<Record<string, unknown>>;

/**
 * The schema of the bodies that fixtures with one status have: their members and no others, numbers only those that
 * occur. A member that every body has is required.
 */
export function responseBodySchema(bodies: readonly Body[]): OpenAPIV3_1.SchemaObject {
  const names = [...new Set(bodies.flatMap((body) => Object.keys(body)))];
  const properties = names.map((name) => [
    name,
    memberSchema(bodies.flatMap((body) => (name in body ? [body[name]] : []))),
  ]);
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    required: names.filter((name) => bodies.every((body) => name in body)),
    additionalProperties: false,
  };
}

function memberSchema(values: readonly unknown[]): OpenAPIV3_1.SchemaObject {
  if (values.every((value) => value === "{errors}")) return FIELD_ERRORS;
  if (values.every((value) => typeof value === "number")) {
    return { type: "integer", enum: [...new Set(values)].sort((a, b) => Number(a) - Number(b)) };
  }
  // A placeholder that is the whole text may be filled with a number.
  if (values.some((value) => typeof value !== "string" || /^\{\w+\}$/.test(value))) return {};
  return { type: "string" };
}

/** Zoom's `errors[]`. */
const FIELD_ERRORS: OpenAPIV3_1.SchemaObject = {
  type: "array",
  items: {
    type: "object",
    properties: { field: { type: "string" }, message: { type: "string" } },
    required: ["field", "message"],
    additionalProperties: false,
  },
};
