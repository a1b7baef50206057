import { loadProfile } from "../../fixtures/load-profile.js";
import { shippedProfiles } from "../../fixtures/profile-layers.js";
import { operations } from "../../operations/index.js";
import type { AnyOperation } from "../../operations/operation.js";
import type { Profile } from "../../operations/profile.js";
import type { PostmanCollection, PostmanFolder, PostmanItem, PostmanVariable } from "./collection.js";
import { example } from "./example.js";
import { type BodyMode, request } from "./request.js";
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
}

/**
 * A Postman collection (v2.1) of every operation: each as a form, where a profile lists forms, and as JSON, with an
 * example of every answer and small tests. The same options give the same bytes.
 *
 * @throws InvalidFilesError when there is no such profile or it cannot be used.
 */
export function createPostmanCollection(options: PostmanCollectionOptions = {}): PostmanCollection {
  const { profiles: names = shippedProfiles(), baseUrl = "http://127.0.0.1:4010/v2" } = options;
  const profiles = names.map((name) => loadProfile(name, operations));
  return {
    info: {
      name: "Zoom live streaming, as zoom-mock answers it",
      description: description(profiles),
      schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    },
    auth: { type: "bearer", bearer: [{ key: "token", value: "{{accessToken}}", type: "string" }] },
    variable: variables(baseUrl),
    item: [...new Set(operations.map(({ tag }) => tag))].map((tag) => folder(tag, profiles)),
  };
}

const description = (profiles: readonly Profile[]) =>
  `Derived from zoom-mock's operations and fixtures; it is not Zoom's own collection. Each example names its profile and evidence: documented, measured or assumed. Its request asks the mock for that answer with a Prefer header.\n\n${profiles
    .map((profile) => `- **${profile.name}**: ${profile.description}`)
    .join("\n")}`;

function variables(baseUrl: string): PostmanVariable[] {
  const params = operations.flatMap(({ params }) => Object.entries<AnyOperation["params"][string]>(params));
  return [
    { key: "baseUrl", value: baseUrl, description: "Where the API is, with its version." },
    { key: "accessToken", value: "any-token", description: "The mock takes any." },
    ...params.map(([key, { example: value, description }]) => ({ key, value, description })),
  ];
}

const folder = (tag: string, profiles: readonly Profile[]): PostmanFolder => ({
  name: tag,
  item: operations
    .filter((operation) => operation.tag === tag)
    .flatMap((operation) => [
      ...items(operation, "form", profiles.filter(takesForms)),
      ...items(operation, "JSON", profiles),
    ]),
});

const takesForms = ({ contentTypes }: Profile) => contentTypes.includes("multipart/form-data");

/** The request in one writing, unless no profile lists it. */
function items(operation: AnyOperation, mode: BodyMode, profiles: readonly Profile[]): PostmanItem[] {
  if (profiles.length === 0) return [];
  const id = `${operation.id}/${mode}`;
  const sent = request(operation, mode);
  const response = profiles.flatMap((profile) =>
    profile.fixtures(operation).map((fixture) => example(operation, profile, fixture, sent, id)),
  );
  return [
    {
      id,
      name: `${operation.summary} (${mode})`,
      event: [{ listen: "test", script: { type: "text/javascript", exec: testScript(operation, profiles) } }],
      request: sent,
      response,
    },
  ];
}
