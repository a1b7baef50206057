import { readFileSync } from "node:fs";
import * as v from "valibot";
import { type FileProblem, InvalidFilesError, readJson } from "../../fixtures/invalid-files.js";

/** A contract as it stands in a file. */
export interface PactFile {
  readonly file: string;
  readonly consumer: string;
  /** Never empty. */
  readonly interactions: readonly PactInteraction[];
  /** The profile it is written for, where it says so. */
  readonly profile?: string;
  /** The file's content, for other tools. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** What is asked of one interaction here. */
interface PactInteraction {
  readonly description: string;
  /** The status that is expected; `null`: it is no request, but a message. */
  readonly status: number | null;
}

const REQUEST = "Synchronous/HTTP";
const MESSAGE = "Asynchronous/Messages";

const named = v.looseObject({ name: v.string() });
const described = v.looseObject({ description: v.optional(v.string(), "") });
const interaction = v.looseObject({
  type: v.optional(v.string(), REQUEST),
  ...described.entries,
  response: v.optional(v.looseObject({ status: v.optional(v.number(), 200) }), {}),
});

/** Of all that a pact may hold (versions 2 to 4), what matters here. */
const pactSchema = v.looseObject({
  consumer: named,
  provider: named,
  interactions: v.optional(v.array(interaction), []),
  messages: v.optional(v.array(described), []),
  metadata: v.optional(v.looseObject({ "zoom-mock": v.optional(v.looseObject({ profile: v.optional(v.string()) })) })),
});

/**
 * Reads contracts and makes sure that there is something to verify in each.
 *
 * @throws InvalidFilesError with all that is wrong in all of them.
 */
export function readPacts(files: readonly string[], provider: string): PactFile[] {
  const problems: FileProblem[] = [];
  const pacts = files.flatMap((file) => {
    const text = readText(file, problems);
    const pact = text === undefined ? undefined : readJson(file, text, pactSchema, problems);
    if (!pact) return [];
    problems.push(...reasonsAgainst(pact, provider).map((reason) => ({ file, reason })));
    const profile = pact.metadata?.["zoom-mock"]?.profile;
    return [
      {
        file,
        consumer: pact.consumer.name,
        interactions: interactionsOf(pact),
        ...(profile !== undefined && { profile }),
        content: pact,
      },
    ];
  });
  if (problems.length > 0) throw new InvalidFilesError("the pacts", problems);
  return pacts;
}

/** Messages have a list of their own in version 3. */
const interactionsOf = ({ interactions, messages }: v.InferOutput<typeof pactSchema>): PactInteraction[] => [
  ...interactions.map(({ type, description, response }) => ({
    description,
    status: type === REQUEST ? response.status : null,
  })),
  ...messages.map(({ description }) => ({ description, status: null })),
];

function reasonsAgainst(pact: v.InferOutput<typeof pactSchema>, provider: string): string[] {
  const others = pact.interactions.filter(({ type }) => type !== REQUEST && type !== MESSAGE);
  return [
    ...(pact.provider.name === provider
      ? []
      : [
          `its provider is "${pact.provider.name}", not "${provider}". Give the provider's name, or leave the file out`,
        ]),
    ...(others.length === 0
      ? []
      : [
          `it has ${others.length} interactions of type ${others[0]?.type}; only ${REQUEST} and ${MESSAGE} can be verified`,
        ]),
    ...(interactionsOf(pact).length === 0 ? ["it has no interactions"] : []),
  ];
}

function readText(file: string, problems: FileProblem[]): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    problems.push({ file, reason: (error as Error).message });
    return undefined;
  }
}
