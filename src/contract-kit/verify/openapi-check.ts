import { readFileSync } from "node:fs";
import * as v from "valibot";
import { type FileProblem, InvalidFilesError, readJson } from "../../fixtures/invalid-files.js";
import { packageFile } from "../../fixtures/package-file.js";
import type { PactFile } from "./read-pact.js";
import type { VerifiedInteraction } from "./verification.js";

const PACKAGED = packageFile("contracts/openapi.json");

/** Adds to the interactions of a pact what an OpenAPI document says against them. */
export type OpenapiCheck = (
  pact: PactFile,
  interactions: readonly VerifiedInteraction[],
) => Promise<readonly VerifiedInteraction[]>;

/**
 * Compares contracts with an OpenAPI document, without a request: it sees what a replay does not, such as a field that
 * the mock ignores, or an answer that the mock could also give.
 *
 * @param openapi a JSON file, or `true` for the package's own.
 * @throws InvalidFilesError when the document cannot be read.
 */
export async function createOpenapiCheck(openapi: string | true): Promise<OpenapiCheck> {
  const { Comparator } = await loadComparator();
  const document = readDocument(openapi === true ? PACKAGED : openapi);
  return async (pact, interactions) => {
    const found: Finding[] = [];
    for await (const each of new Comparator(document).compare(pact.content)) found.push(each);
    // The comparator leaves messages out, and does not count them.
    const requests = pact.interactions.flatMap(({ status }, index) => (status === null ? [] : [index]));
    return interactions.map((interaction, index) => {
      const here = found.filter(({ mockDetails }) => requests[indexOf(mockDetails?.location)] === index);
      const errors = here.filter((each) => each.type === "error" && !isMeantToBeRefused(each, pact, index));
      const mismatches = errors.map(({ message }) => ({ kind: "openapi" as const, message }));
      return {
        ...interaction,
        ok: interaction.ok && errors.length === 0,
        mismatches: [...interaction.mismatches, ...mismatches],
        warnings: here.filter((each) => !errors.includes(each)).map(({ message }) => message),
      };
    });
  };
}

const indexOf = (location = ""): number => Number(/interactions\[(\d+)\]/.exec(location)?.[1] ?? 0);

/** A contract that expects an error may send what the document forbids: that is why it expects one. */
const isMeantToBeRefused = ({ code }: Finding, pact: PactFile, index: number): boolean =>
  code.startsWith("request.") && (pact.interactions[index]?.status ?? 200) >= 300;

/** What we use of the comparator; its own types do not resolve in ES modules. */
interface ComparatorModule {
  readonly Comparator: new (
    document: object,
  ) => {
    compare(pact: object): AsyncIterable<Finding>;
  };
}

interface Finding {
  readonly type: "error" | "warning";
  readonly code: string;
  readonly message: string;
  readonly mockDetails?: { readonly location: string };
}

async function loadComparator(): Promise<ComparatorModule> {
  try {
    return (await import("@pactflow/openapi-pact-comparator")) as unknown as ComparatorModule;
  } catch {
    throw new Error(
      "Failed to verify: @pactflow/openapi-pact-comparator is not installed. npm install --save-dev @pactflow/openapi-pact-comparator",
    );
  }
}

function readDocument(file: string): object {
  const problems: FileProblem[] = [];
  const schema = v.looseObject({ openapi: v.string(), paths: v.looseObject({}) });
  try {
    const document = readJson(file, readFileSync(file, "utf8"), schema, problems);
    if (document) return document;
  } catch (error) {
    problems.push({ file, reason: (error as Error).message });
  }
  throw new InvalidFilesError("the OpenAPI document", problems);
}
