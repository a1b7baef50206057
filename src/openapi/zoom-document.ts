import type { OpenAPIV3_1 } from "openapi-types";
import type { AnyOperation } from "../operations/operation.js";
import type { Profile } from "../operations/profile.js";
import { requestBody } from "./request-body.js";
import { responses } from "./responses.js";

/** What a document describes. */
export interface ZoomDocumentOptions {
  readonly operations: readonly AnyOperation[];
  /** One profile, or several whose answers are told side by side. */
  readonly profiles: readonly Profile[];
  /** The version of this package. */
  readonly version: string;
  readonly servers: readonly OpenAPIV3_1.ServerObject[];
}

/** The part of Zoom's API that the mock performs, as an OpenAPI 3.1 document: derived from operations and fixtures. */
export function zoomDocument({ operations, profiles, version, servers }: ZoomDocumentOptions): OpenAPIV3_1.Document {
  const paths: OpenAPIV3_1.PathsObject = {};
  for (const operation of operations) {
    const method = operation.method.toLowerCase() as "get" | "put" | "post" | "patch" | "delete";
    paths[operation.path] = { ...paths[operation.path], [method]: operationObject(operation, profiles) };
  }
  const names = profiles.map(({ name }) => name).join(" and ");
  return {
    openapi: "3.1.0",
    info: {
      title: "Zoom live streaming, as zoom-mock answers it",
      version,
      summary: `Profile ${names}.`,
      description: `Derived from zoom-mock's operations and fixtures; it is not Zoom's own description. Each answer names its evidence: documented, measured or assumed.\n\n${profiles.map(({ name, description }) => `- **${name}**: ${description}`).join("\n")}`,
      license: { name: "MIT", identifier: "MIT" },
      contact: { name: "The zoom-mock contributors" },
    },
    servers: [...servers],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({
      name,
      description: `Zoom's operations on ${name.toLowerCase()}.`,
    })),
    paths,
    components: { securitySchemes: securitySchemes(operations) },
  };
}

function operationObject(operation: AnyOperation, profiles: readonly Profile[]): OpenAPIV3_1.OperationObject {
  const { id, summary, tag, rateLimit, scopes, params, query = {}, security = "bearer" } = operation;
  const body = requestBody(operation, profiles);
  return {
    operationId: id,
    summary,
    description:
      rateLimit === null
        ? `${summary}.`
        : `Rate limit label: ${rateLimit}. Scopes: ${[...scopes.classic, ...scopes.granular].join(", ")}.`,
    tags: [tag],
    security:
      security === "client"
        ? [{ client: [] }]
        : [{ openapi_oauth: [...scopes.classic] }, { openapi_oauth: [...scopes.granular] }, { bearer: [] }],
    parameters: [
      ...Object.entries<PathParameter>(params).map(pathParameter),
      ...Object.entries<QueryParameter>(query).map(queryParameter),
    ],
    ...(body && { requestBody: body }),
    responses: responses(operation, profiles),
    ...(rateLimit !== null && { "x-rate-limit-label": rateLimit }),
  };
}

type PathParameter = AnyOperation["params"][string];
type QueryParameter = NonNullable<AnyOperation["query"]>[string];

const pathParameter = ([name, { description, example, type = "integer" }]: [string, PathParameter]) => ({
  name,
  in: "path",
  required: true,
  ...(type === "integer"
    ? {
        description: `${description} An int64: keep it as a string or a long.`,
        schema: { type, format: "int64", minimum: 1 },
        example: Number(example),
      }
    : { description, schema: { type }, example }),
});

const queryParameter = ([name, { description, example, type = "string", values }]: [string, QueryParameter]) => ({
  name,
  in: "query",
  required: false,
  description,
  schema: { type, ...(values && { "x-values": [...values] }) },
  example: type === "string" ? example : JSON.parse(example),
});

function securitySchemes(operations: readonly AnyOperation[]): Record<string, OpenAPIV3_1.SecuritySchemeObject> {
  const scopes = operations.flatMap((operation) => [...operation.scopes.classic, ...operation.scopes.granular]);
  return {
    bearer: {
      type: "http",
      scheme: "bearer",
      description: "Any token will do, unless the mock takes issued ones only.",
    },
    client: { type: "http", scheme: "basic", description: "An app's client id and client secret." },
    openapi_oauth: {
      type: "oauth2",
      flows: {
        authorizationCode: {
          authorizationUrl: "https://zoom.us/oauth/authorize",
          tokenUrl: "https://zoom.us/oauth/token",
          scopes: Object.fromEntries([...new Set(scopes)].sort().map((scope) => [scope, `Zoom's scope ${scope}.`])),
        },
      },
    },
  };
}
