import type { OpenAPIV3, OpenAPIV3_1 } from "openapi-types";
import type { GenericSchema } from "valibot";
import type { AnyControlCommand } from "../control/command.js";
import { jsonSchema } from "./request-body.js";

/** The mock's own control API as an OpenAPI 3.1 document, derived from its commands. */
export function controlDocument(
  commands: readonly AnyControlCommand[],
  version: string,
  servers: readonly OpenAPIV3_1.ServerObject[],
): OpenAPIV3_1.Document {
  const paths: OpenAPIV3_1.PathsObject = {};
  for (const command of commands) {
    const path = `/__zoom${command.path}`;
    const method = command.method.toLowerCase() as "get" | "put" | "post" | "delete";
    paths[path] = { ...paths[path], [method]: operationObject(command) };
  }
  const tags = [...new Set(commands.map(tagOf))].map((name) => ({
    name,
    description: `What a test does with the mock's ${name}.`,
  }));
  return {
    openapi: "3.1.0",
    info: {
      title: "The control API of zoom-mock",
      version,
      description: "What a test can do with a running mock. No part of Zoom.",
      license: { name: "MIT", identifier: "MIT" },
      contact: { name: "The zoom-mock contributors" },
    },
    servers: [...servers],
    tags,
    paths,
    security: [{}, { controlToken: [] }],
    components: {
      securitySchemes: {
        controlToken: { type: "http", scheme: "bearer", description: "Where the mock was started with one." },
      },
    },
  };
}

function operationObject(command: AnyControlCommand): OpenAPIV3_1.OperationObject {
  const entries = entriesOf(command.input);
  const { body } = entries;
  return {
    operationId: operationId(command),
    summary: command.summary,
    description: command.summary,
    tags: [tagOf(command)],
    parameters: Object.entries(entries).flatMap(([name, schema]) =>
      name === "body" ? [] : parameter(command, name, schema),
    ),
    ...(body && { requestBody: { content: { "application/json": { schema: bodySchema(body) } } } }),
    responses: {
      200: { description: "Done.", content: { [command.produces ?? "application/json"]: { schema: {} } } },
      204: { description: "Done; there is nothing to say." },
      "4XX": { description: "Refused. `detail` says what was wrong and what to do.", content: problem },
      "5XX": { description: "Not ready, or a fault of the mock's own. `detail` says which.", content: problem },
    },
  };
}

const problem = {
  "application/problem+json": {
    schema: {
      type: "object",
      properties: { title: { type: "string" }, status: { type: "integer" }, detail: { type: "string" } },
      required: ["title", "status", "detail"],
    },
  },
} satisfies OpenAPIV3_1.ResponseObject["content"];

function parameter({ path }: AnyControlCommand, name: string, schema: GenericSchema): OpenAPIV3_1.ParameterObject {
  const inPath = path.includes(`{${name}}`);
  // openapi-types gives parameters the schemas of 3.0.
  return {
    name,
    in: inPath ? "path" : "query",
    required: inPath,
    schema: jsonSchema(schema) as OpenAPIV3.SchemaObject,
  };
}

/** Without the default: an empty body stands for whatever is left out, and need not be a complete one. */
function bodySchema(body: GenericSchema): OpenAPIV3_1.SchemaObject {
  const { default: _, ...schema } = jsonSchema(body);
  return schema;
}

const tagOf = ({ path }: AnyControlCommand): string => path.split("/")[1] ?? "";

/** `POST /clock/advance` is `postClockAdvance`. */
const operationId = ({ method, path }: AnyControlCommand): string =>
  method.toLowerCase() +
  path
    .split(/[^A-Za-z]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** Every command takes an object. */
const entriesOf = (input: GenericSchema): Readonly<Record<string, GenericSchema>> =>
  (input as unknown as { readonly entries: Readonly<Record<string, GenericSchema>> }).entries;
