import { checked, type FileProblem, InvalidFilesError } from "../../fixtures/invalid-files.js";
import { loadProfile } from "../../fixtures/load-profile.js";
import { type ProfileFile, profileSchema } from "../../fixtures/profile-file.js";
import { shippedProfiles } from "../../fixtures/profile-layers.js";
import { operations } from "../../operations/index.js";
import type { AnyOperation } from "../../operations/operation.js";
import { findOperation } from "./find-operation.js";
import { findOutcomes } from "./find-outcome.js";
import { type FixtureContent, fixtureOfAnswer } from "./fixture-of-answer.js";
import { type Answer, plainName, readAnswers } from "./read-answers.js";
import { type NotRead, readItems, type SavedItem } from "./read-items.js";

/** How a collection becomes a profile. */
export interface PostmanImportOptions {
  /**
   * What the profile is called: letters, digits, dots and dashes.
   * @default "imported"
   * @example "our-zoom"
   */
  readonly name?: string;
  /**
   * The profile of the package that answers where the collection says nothing.
   * @default "2021"
   * @example "2025"
   */
  readonly extends?: string;
  /**
   * What messages call the collection.
   * @default "collection.json"
   * @example "zoom.postman_collection.json"
   */
  readonly file?: string;
}

/** A profile made of a collection's saved examples. */
export interface PostmanImport {
  /** The files of the profile's folder. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Every answer that was read. `inherited`: the extended profile says the same, so that it needs no file. */
  readonly read: readonly {
    readonly where: string;
    readonly operation: string;
    readonly outcome: string;
    readonly inherited: boolean;
  }[];
  readonly notRead: readonly NotRead[];
}

/**
 * Makes a fixtures profile of the saved examples of a Postman collection (v2.0, v2.1) or of one item. Nothing is
 * guessed and nothing dropped: what cannot be read is listed with the reason.
 *
 * @param json The parsed collection or item.
 * @throws InvalidFilesError when it is neither, or when the name or the extended profile cannot be.
 */
export function importPostmanCollection(json: unknown, options: PostmanImportOptions = {}): PostmanImport {
  const { name = "imported", extends: base = "2021", file = "collection.json" } = options;
  const notRead: NotRead[] = [];
  const { title, items } = readItems(file, json, notRead);
  const manifest = manifestOf({ name, extends: base, description: `Imported from the Postman ${title}.` });
  const extended = loadProfile(base, operations);
  const others = shippedProfiles().filter((profile) => profile !== base);
  const profiles = [extended, ...others.map((profile) => loadProfile(profile, operations))];
  const read: PostmanImport["read"][number][] = [];
  const fixtures = new Map<string, Kept>();
  for (const { where, operation, answer } of answersOf(items, notRead)) {
    const reject = (reason: string) => void notRead.push({ where, reason });
    if (answer.mark && others.includes(answer.mark.profile)) {
      reject(`it is an answer of profile ${answer.mark.profile}. Import it into a profile that extends that one`);
      continue;
    }
    const found = findOutcomes(operation, answer, profiles);
    if (typeof found === "string") reject(found);
    for (const each of typeof found === "string" ? [] : found) {
      const { outcome } = each.fixture;
      const fixture = fixtureOfAnswer(operation, answer, each, extended, `Postman ${title}: ${where}`);
      const refusal = keep(fixtures, `${operation.id}/${outcome}.json`, where, fixture);
      if (refusal === undefined) {
        read.push({ where, operation: operation.id, outcome, inherited: fixture === "inherited" });
      } else reject(refusal);
    }
  }
  const files = [...fixtures].map(([path, { fixture }]) => [path, fixture] as const);
  return {
    files: [["profile.json", manifest] as const, ...files].map(([path, content]) => ({
      path,
      text: `${JSON.stringify(content, null, 2)}\n`,
    })),
    read,
    notRead,
  };
}

interface Kept {
  readonly fixture: FixtureContent;
  readonly where: string;
}

/** Keeps a fixture, unless another example says something else of the outcome. Gives the reason of a refusal. */
function keep(
  fixtures: Map<string, Kept>,
  path: string,
  where: string,
  fixture: ReturnType<typeof fixtureOfAnswer>,
): string | undefined {
  if (fixture === "inherited") return undefined;
  if ("reason" in fixture) return fixture.reason;
  const before = fixtures.get(path);
  if (!before) fixtures.set(path, { fixture, where });
  else if (JSON.stringify(before.fixture.response) !== JSON.stringify(fixture.response)) {
    return `it says something else of ${fixture.outcome} than ${before.where}, which came first`;
  }
  return undefined;
}

interface SavedAnswer {
  readonly where: string;
  readonly operation: AnyOperation;
  readonly answer: Answer;
}

/** The answers of all examples whose operation the mock has. */
function answersOf(items: readonly SavedItem[], notRead: NotRead[]): SavedAnswer[] {
  return items.flatMap((item) => {
    const operation = findOperation(item, operations);
    if (!operation) {
      const route = `${item.method} /${item.path.join("/")}`;
      const reason = `no operation of zoom-mock has ${route}; ${item.examples.length} examples are left out`;
      notRead.push({ where: item.where, reason });
      return [];
    }
    if (item.examples.length === 0) notRead.push({ where: item.where, reason: "it has no saved examples" });
    return item.examples.flatMap((example) => {
      const where = `${item.where}, example "${plainName(example)}"`;
      const answers = readAnswers(example);
      if (typeof answers !== "string") return answers.map((answer) => ({ where, operation, answer }));
      notRead.push({ where, reason: answers });
      return [];
    });
  });
}

/** @throws InvalidFilesError when the name or the extended profile cannot be. */
function manifestOf(content: { name: string; extends: string; description: string }): Partial<ProfileFile> {
  const problems: FileProblem[] = [];
  checked("profile.json", content, profileSchema, problems);
  if (!shippedProfiles().includes(content.extends)) {
    const reason = `there is no profile ${content.extends} in the package. There are ${shippedProfiles().join(", ")}`;
    problems.push({ file: "profile.json", field: "extends", reason });
  }
  if (problems.length > 0) throw new InvalidFilesError("the profile", problems);
  return content;
}
