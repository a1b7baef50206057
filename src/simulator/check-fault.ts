import { FAULT_KINDS, type FaultPlan } from "../domain/fault.js";
import type { AnyOperation } from "../operations/operation.js";
import type { Profile } from "../operations/profile.js";
import { suggestion } from "../text/nearest.js";

/** What a fault can be about. */
interface Faultable {
  readonly operations: readonly AnyOperation[];
  readonly profile: Profile;
}

/** Why a fault could never strike as it is planned: it names an operation, a path parameter or an outcome that there is not. */
export function faultProblem(fault: FaultPlan, { operations, profile }: Faultable): string | undefined {
  const { operation: id, params = {}, outcome } = fault;
  const meant = id === undefined ? operations : operations.filter((operation) => operation.id === id);
  if (id !== undefined && meant.length === 0) return unknown("operation", id, idsOf(operations));
  const known = [...new Set(meant.flatMap((operation) => Object.keys(operation.params)))];
  const stray = Object.keys(params).find((name) => !known.includes(name));
  if (stray !== undefined) return unknown(`path parameter of ${id ?? "any operation"}`, stray, known);
  return outcome === undefined ? undefined : outcomeProblem(outcome, meant, profile, id);
}

/** Why none of the operations can end with an outcome. */
function outcomeProblem(
  outcome: string,
  operations: readonly AnyOperation[],
  profile: Profile,
  id?: string,
): string | undefined {
  if (operations.some((operation) => profile.fixture(operation, outcome))) return undefined;
  if (outcome in FAULT_KINDS) return `${outcome} is no outcome but a kind of fault. Give it as kind`;
  const outcomes = operations.flatMap((operation) => profile.fixtures(operation).map((fixture) => fixture.outcome));
  const names = [...new Set(outcomes), ...Object.keys(FAULT_KINDS)];
  return unknown(
    `outcome of ${id ?? "any operation"} in profile ${profile.name}, and no kind of fault`,
    outcome,
    names,
  );
}

const idsOf = (operations: readonly AnyOperation[]): string[] => operations.map((operation) => operation.id);

const unknown = (what: string, name: string, known: readonly string[]): string =>
  `${name} is no ${what}.${suggestion(name, known)} There ${known.length === 1 ? "is" : "are"} ${known.join(", ") || "none"}`;
