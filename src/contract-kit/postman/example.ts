import { STATUS_CODES } from "node:http";
import { outcomesOf } from "../../operations/common-outcomes.js";
import type { AnyOperation } from "../../operations/operation.js";
import type { Fixture, Profile } from "../../operations/profile.js";
import { sampleValues } from "../../operations/sample-values.js";
import type { PostmanExample, PostmanRequest } from "./collection.js";
import { mark } from "./mark.js";

/** One outcome of an operation as a saved example. Sent to the mock, its request gets that very answer. */
export function example(
  operation: AnyOperation,
  profile: Profile,
  fixture: Fixture,
  request: PostmanRequest,
  item: string,
): PostmanExample {
  const { outcome, status, evidence, source, notes } = fixture;
  const { headers, body } = fixture.render(sampleValues(operation, outcome));
  const { description, ...sent } = request;
  return {
    id: `${item}/${profile.name}/${outcome}`,
    name: `${status} ${outcome} (profile ${profile.name})`,
    description: [
      `Profile ${profile.name}, ${evidence}: ${source}.`,
      `Answered when ${outcomesOf(operation)[outcome]?.when}.`,
      ...(notes === undefined ? [] : [notes]),
    ].join("\n\n"),
    originalRequest: {
      ...sent,
      header: [
        ...(request.auth ? [] : [{ key: "Authorization", value: "Bearer {{accessToken}}" }]),
        ...sent.header,
        { key: "Prefer", value: `example=${outcome}` },
      ],
    },
    status: STATUS_CODES[status] ?? "",
    code: status,
    _postman_previewlanguage: body === undefined ? "text" : "json",
    header: Object.entries({ ...headers, ...mark(profile.name, fixture) }).map(([key, value]) => ({ key, value })),
    cookie: [],
    body: body === undefined ? "" : JSON.stringify(JSON.parse(body), null, 2),
  };
}
