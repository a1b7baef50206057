import type { AnyOperation } from "../../operations/operation.js";
import type { Fixture, Profile } from "../../operations/profile.js";
import { matchMessage, similarity } from "./match-message.js";
import type { Answer } from "./read-answers.js";

/** The outcome that an answer is of, and its message with placeholders. */
export interface Found {
  /** Ours, of the same outcome: it has what the example does not tell. */
  readonly fixture: Fixture;
  readonly message: string | undefined;
  /** The message is not ours in other letters: it was found by its words. */
  readonly reworded?: true;
}

/** How many of the words must be the same for a message in other words. */
const ENOUGH = 0.6;

/**
 * The outcomes of an operation that an answer is of: the one the mock named; for a success the success; else those
 * whose message it is under the same code (or, without a code, the same status). Several only where our own profile
 * answers the same for all of them.
 *
 * @param profiles Whose messages to compare with; what the first one has goes before the others.
 * @returns A sentence where there is none, or where it could be one or another.
 */
export function findOutcomes(
  operation: AnyOperation,
  answer: Answer,
  profiles: readonly Profile[],
): readonly Found[] | string {
  const { mark, message, code, status } = answer;
  const named = mark?.outcome ?? (message === undefined ? operation.success : undefined);
  if (named !== undefined) {
    const fixture = profiles.flatMap((profile) => profile.fixture(operation, named) ?? [])[0];
    if (!fixture) return `${operation.id} has no outcome ${named}`;
    return [{ fixture, message: message && (matchMessage(messageOf(fixture), message) ?? message) }];
  }
  if (message === undefined) return "it has no message";
  const all = profiles.map((profile) => profile.fixtures(operation).filter((fixture) => isCandidate(fixture, answer)));
  for (const candidates of all) {
    const same = candidates.flatMap((fixture) => {
      const restored = matchMessage(messageOf(fixture), message);
      return restored === undefined ? [] : [{ fixture, message: restored }];
    });
    if (same.length > 0) return new Set(same.map(wire)).size === 1 ? same : ambiguous(same.map(outcomeOf));
  }
  const kind = code === undefined ? `status ${status} without a code` : `error code ${code}`;
  if (all.flat().length === 0) return `no outcome of ${operation.id} has ${kind} ("${message}")`;
  return nearest(all.flat(), message) ?? `no outcome of ${operation.id} with ${kind} says "${message}"`;
}

const isCandidate = (fixture: Fixture, { code, status }: Answer) =>
  code === undefined ? fixture.status === status : fixture.body?.["code"] === code;

/** The one outcome whose message has nearly the same words. */
function nearest(fixtures: readonly Fixture[], message: string): readonly Found[] | string | undefined {
  const rated = fixtures.map((fixture) => ({ fixture, rate: similarity(messageOf(fixture), message) }));
  const best = Math.max(...rated.map(({ rate }) => rate));
  if (best < ENOUGH) return undefined;
  const found = rated
    .filter(({ rate }) => rate === best)
    .map(({ fixture }) => ({ fixture, message, reworded: true as const }));
  const outcomes = new Set(found.map(outcomeOf));
  return outcomes.size === 1 ? found.slice(0, 1) : ambiguous([...outcomes]);
}

const ambiguous = (outcomes: readonly string[]) => `it could be ${outcomes.join(" or ")}`;

const outcomeOf = ({ fixture }: Found) => fixture.outcome;

const wire = ({ fixture }: Found) => JSON.stringify([fixture.status, fixture.body]);

const messageOf = ({ body }: Fixture) => (typeof body?.["message"] === "string" ? body["message"] : "");
