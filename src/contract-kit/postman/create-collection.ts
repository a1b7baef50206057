import { loadProfile } from "../../fixtures/load-profile.js";
import { shippedProfiles } from "../../fixtures/profile-layers.js";
import { operations } from "../../operations/index.js";
import type { AnyOperation } from "../../operations/operation.js";
import type { Profile } from "../../operations/profile.js";
import type { PostmanCollection, PostmanItem, PostmanVariable } from "./collection.js";
import { example } from "./example.js";
import { requestsOf } from "./requests-of.js";
import { inRunOrder } from "./run-order.js";
import { testScript } from "./test-script.js";

/** What goes into a collection. */
export interface PostmanCollectionOptions {
  /**
   * The profiles whose answers are saved as examples: ours by name, or folders of your own.
   * @default every profile of the package
   * @example ["2021"]
   */
  readonly profiles?: readonly string[];
  /**
   * The value of the variable `baseUrl`, with `/v2`.
   * @default "http://127.0.0.1:4010/v2"
   * @example "https://api.zoom.us/v2"
   */
  readonly baseUrl?: string;
  /**
   * The value of the variable `oauthUrl`, which the operations under `/oauth` have.
   * @default baseUrl without `/v2`
   * @example "https://zoom.us"
   */
  readonly oauthUrl?: string;
}

/**
 * A Postman collection (v2.1) of every operation, with an example of every answer and small tests; commands to a live
 * stream as JSON and, where a profile lists forms, as forms. The same options give the same bytes.
 *
 * @throws InvalidFilesError when there is no such profile or it cannot be used.
 */
export function createPostmanCollection(options: PostmanCollectionOptions = {}): PostmanCollection {
  const { profiles: names = shippedProfiles(), baseUrl = "http://127.0.0.1:4010/v2" } = options;
  const { oauthUrl = baseUrl.replace(/\/v2\/?$/, "") } = options;
  const profiles = names.map((name) => loadProfile(name, operations));
  return {
    info: {
      name: "Zoom live streaming, as zoom-mock answers it",
      description: description(profiles),
      schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    },
    auth: { type: "bearer", bearer: [{ key: "token", value: "{{accessToken}}", type: "string" }] },
    variable: variables(baseUrl, oauthUrl),
    item: [...inRunOrder(operations)].map(([name, own]) => ({
      name,
      item: own.flatMap((operation) => items(operation, profiles)),
    })),
  };
}

const description = (profiles: readonly Profile[]) =>
  `Derived from zoom-mock's operations and fixtures; it is not Zoom's own collection. Each example names its profile and evidence: documented, measured or assumed. Its request asks the mock for that answer with a Prefer header.\n\n${profiles
    .map((profile) => `- **${profile.name}**: ${profile.description}`)
    .join("\n")}`;

function variables(baseUrl: string, oauthUrl: string): PostmanVariable[] {
  const params = operations.flatMap(({ params }) => Object.entries<AnyOperation["params"][string]>(params));
  const named = params.map(([key, { example: value, description }]) => ({ key, value, description }));
  const clients = operations.some(({ security }) => security === "client");
  return [
    { key: "baseUrl", value: baseUrl, description: "Where the API is, with its version." },
    { key: "accessToken", value: "any-token", description: "The mock takes any." },
    ...(clients ? CLIENT_VARIABLES(oauthUrl) : []),
    ...new Map(named.map((variable) => [variable.key, variable])).values(),
  ];
}

const CLIENT_VARIABLES = (oauthUrl: string): PostmanVariable[] => [
  { key: "oauthUrl", value: oauthUrl, description: "Where tokens are to be had." },
  { key: "clientId", value: "zoom-mock-server-to-server", description: "The id of an app of the mock's world." },
  { key: "clientSecret", value: "zoom-mock-client-secret", description: "Its secret." },
];

/** A request with the answers of every profile in which it makes sense. */
function items(operation: AnyOperation, profiles: readonly Profile[]): PostmanItem[] {
  return requestsOf(operation, profiles).map(({ id, name, request, profiles }) => ({
    id,
    name,
    event: [{ listen: "test", script: { type: "text/javascript", exec: testScript(operation, profiles) } }],
    request,
    response: profiles.flatMap((profile) =>
      profile.fixtures(operation).map((fixture) => example(operation, profile, fixture, request, id)),
    ),
  }));
}
