import { toJsonSchema } from "@valibot/to-json-schema";
import type { OpenAPIV3_1 } from "openapi-types";
import type { GenericSchema } from "valibot";
import { resolveSwitches } from "../fixtures/switches-schema.js";
import { bodyFields } from "../operations/body-fields.js";
import type { AnyOperation } from "../operations/operation.js";
import type { Profile } from "../operations/profile.js";

/** A schema of valibot's as JSON Schema; what JSON Schema cannot say is left out. */
export function jsonSchema(schema: GenericSchema): OpenAPIV3_1.SchemaObject {
  const { $schema, ...rest } = toJsonSchema(schema, {
    errorMode: "ignore",
    target: "draft-2020-12",
    // To JSON it is a number like any other.
    overrideSchema: ({ valibotSchema }) =>
      valibotSchema.type === "bigint" ? { type: "integer", format: "int64" } : null,
  });
  return rest as OpenAPIV3_1.SchemaObject;
}

/** The body in every type that one of the profiles lists: JSON, and a form whose objects are JSON in a text field. */
export function requestBody(
  operation: AnyOperation,
  profiles: readonly Profile[],
): OpenAPIV3_1.RequestBodyObject | undefined {
  const schema = operation.body(widestSwitches(profiles));
  const json = jsonSchema(schema);
  if (bodyFields(schema).size === 0) return undefined;
  const types = [...new Set(profiles.flatMap(({ contentTypes }) => operation.contentTypes ?? contentTypes))].sort();
  const content = types.map((type) => [type, { schema: type.startsWith("multipart/") ? asForm(json) : json }] as const);
  return { required: true, content: Object.fromEntries(content) };
}

/** The switches of the profile that knows the most, so that no profile's requests are left out. */
function widestSwitches(profiles: readonly Profile[]) {
  const layers = profiles.map(({ switches }) => switches);
  const known = layers.some(({ modeAction }) => modeAction === "known");
  return resolveSwitches(...layers, { modeAction: known ? "known" : "unknown" });
}

/** In a form an object is one text field that holds JSON. */
function asForm(schema: OpenAPIV3_1.SchemaObject): OpenAPIV3_1.SchemaObject {
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    name,
    "type" in property && property.type === "object"
      ? { type: "string", contentMediaType: "application/json", contentSchema: property }
      : property,
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
}
