import type { OpenAPIV3_1 } from "openapi-types";
import type { AnyOperation } from "../operations/operation.js";
import type { Profile } from "../operations/profile.js";
import { responseBodySchema } from "./response-body-schema.js";
import { type Answer, sampleAnswer } from "./sample-answer.js";

/** The responses of an operation by status, each outcome as an example with its evidence and profile. */
export function responses(operation: AnyOperation, profiles: readonly Profile[]): OpenAPIV3_1.ResponsesObject {
  const byStatus = new Map<number, Answer[]>();
  for (const profile of profiles) {
    for (const fixture of profile.fixtures(operation)) {
      const answers = byStatus.get(fixture.status) ?? [];
      byStatus.set(fixture.status, [...answers, sampleAnswer(operation, profile, fixture)]);
    }
  }
  const zooms = [...byStatus].sort(([a], [b]) => a - b).map(([status, answers]) => [status, responseObject(answers)]);
  return { ...Object.fromEntries(zooms), ...REFUSALS };
}

function responseObject(answers: readonly Answer[]): OpenAPIV3_1.ResponseObject {
  const withBody = answers.filter(({ body }) => body !== undefined);
  const type = withBody[0]?.headers["content-type"]?.split(";")[0];
  return {
    description: [...new Set(answers.map(({ fixture, when }) => `- \`${fixture.outcome}\`: ${when}.`))].join("\n"),
    headers: headers(answers),
    ...(type && {
      content: {
        [type]: {
          schema: responseBodySchema(withBody),
          examples: Object.fromEntries(withBody.map(example)),
        },
        ...xmlContent(withBody),
      },
    }),
    ...{ "x-outcomes": answers.map(provenance) },
  };
}

const provenance = ({ profile, fixture: { outcome, evidence, source }, body }: Answer) => ({
  outcome,
  "x-profile": profile,
  "x-evidence": evidence,
  source,
  ...(body === undefined && { "x-empty": true }),
});

const example = ({ profile, fixture, when, body }: Answer) =>
  [
    `${fixture.outcome}-${profile}`,
    { summary: `${fixture.outcome}: ${when}`, value: body, "x-profile": profile, "x-evidence": fixture.evidence },
  ] as const;

/** What a client that does not ask for JSON gets, with the switch that asks for it. */
function xmlContent(answers: readonly Answer[]): Record<string, OpenAPIV3_1.MediaTypeObject> {
  const written = answers.flatMap((answer) => (answer.xml ? [{ answer, ...answer.xml }] : []));
  const [type] = written.map(({ contentType }) => contentType.split(";")[0] ?? contentType);
  if (type === undefined) return {};
  const examples = written.map(({ answer, text }) => {
    const [name, { summary, ...rest }] = example(answer);
    const when = "with switch errorFormat=accept, to an Accept header that does not name JSON";
    return [name, { ...rest, summary: `${summary}; ${when}`, value: text }] as const;
  });
  const schema: OpenAPIV3_1.SchemaObject = { type: "string", contentMediaType: type };
  return { [type]: { schema, examples: Object.fromEntries(examples) } };
}

/** The headers of the answers: one that all of them have is required. */
function headers(answers: readonly Answer[]): Record<string, OpenAPIV3_1.HeaderObject> {
  const names = new Set(answers.flatMap((answer) => Object.keys(answer.quotaHeaders)));
  names.delete("content-type");
  const zooms = [...names].sort().map((name) => {
    const values = answers.flatMap((answer) => answer.headers[name] ?? []);
    const example = values[0] ?? answers.flatMap((answer) => answer.quotaHeaders[name] ?? [])[0];
    return [name, { required: values.length === answers.length, schema: { type: "string" }, example }];
  });
  return { ...Object.fromEntries(zooms), ...OWN_HEADERS };
}

/** What the mock adds to Zoom's answers. */
const OWN_HEADERS: Record<string, OpenAPIV3_1.HeaderObject> = {
  "x-zoom-mock": {
    description: "Says that this is the mock: profile, outcome and evidence.",
    required: true,
    schema: { type: "string" },
  },
  "x-zoom-mock-diagnosis": { description: "What was wrong with the body.", schema: { type: "string" } },
  "x-zoom-mock-curl": { description: "The request without what was wrong.", schema: { type: "string" } },
  "preference-applied": { description: "The outcome that a Prefer header asked for.", schema: { type: "string" } },
};

const problem = (description: string): OpenAPIV3_1.ResponseObject => ({
  description,
  headers: { "x-zoom-mock": { required: true, schema: { type: "string", enum: ["refused"] } } },
  content: {
    "application/problem+json": {
      schema: {
        type: "object",
        properties: { title: { type: "string" }, status: { type: "integer" }, detail: { type: "string" } },
        required: ["title", "status", "detail"],
      },
    },
  },
});

/** What the mock itself refuses, on every operation. */
const REFUSALS: OpenAPIV3_1.ResponsesObject = {
  413: problem("zoom-mock: the body is too large to be read."),
  422: problem("zoom-mock: a Prefer header asks for an outcome that the operation does not have in this profile."),
};
