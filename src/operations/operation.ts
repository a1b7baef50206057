import type { GenericSchema, InferOutput } from "valibot";
import type { FieldProblem } from "../domain/field-problem.js";
import type { LiveStreamEvent } from "../domain/livestream.js";
import type { Switches } from "../domain/switches.js";
import type { Entities, EntityKind } from "../domain/world.js";

/** The message of a schema issue that means "Missing field." although the schema does not require the field. */
export const MISSING = "missing";

/** What may fill a placeholder of a fixture. */
export type FixtureValue = string | number | readonly FieldProblem[];

/** One way in which an operation can end. */
interface OutcomeDescription {
  /** When it happens: completes the sentence "Answered when …". */
  readonly when: string;
  /** Every profile must have a fixture for it, because the operation cannot do without. */
  readonly required?: true;
  /** The placeholders that the decision fills, each with a sample. Path parameters are always there. */
  readonly values?: Readonly<Record<string, FixtureValue>>;
}

export type Outcomes = Readonly<Record<string, OutcomeDescription>>;

type Widened<Value> = Value extends string ? string : Value extends number ? number : readonly FieldProblem[];

/** The outcome an operation decided on, with the values that its description asks for. */
export type Decision<Table extends Outcomes> = {
  [Name in keyof Table & string]: Table[Name] extends { readonly values: infer Values }
    ? { readonly outcome: Name; readonly values: { readonly [Key in keyof Values]: Widened<Values[Key]> } }
    : { readonly outcome: Name; readonly values?: undefined };
}[keyof Table & string];

/** A decision of an operation whose particulars do not matter. */
export interface AnyDecision {
  readonly outcome: string;
  readonly values?: Readonly<Record<string, FixtureValue>> | undefined;
}

/** The part of the world that one request sees. Changes become visible to others when the request ends well. */
export interface WorldView {
  /** The account that the token belongs to. */
  readonly accountId: string;
  get<Kind extends EntityKind>(kind: Kind, id: string): Promise<Entities[Kind] | undefined>;
  put<Kind extends EntityKind>(kind: Kind, entity: Entities[Kind]): void;
  /** Tells the world outside, once the change is committed. */
  announce(event: LiveStreamEvent, kind: EntityKind, id: string): void;
}

/** What a handler knows besides the request. */
export interface OperationContext<OutcomeName extends string = string> {
  /** Milliseconds since the epoch, from the universe's clock. */
  readonly now: number;
  readonly switches: Switches;
  readonly world: WorldView;
  /** Whether the active profile has a fixture for the outcome. A rule whose outcome has none does not apply. */
  knows(outcome: OutcomeName): boolean;
}

/** A path parameter, and the outcomes for a path without it and for one that cannot be read. */
interface PathParameter<OutcomeName extends string = string> {
  readonly description: string;
  readonly example: string;
  /** The value in its canonical form, or undefined when it is none. */
  readonly parse: (text: string) => string | undefined;
  readonly missing: OutcomeName;
  readonly invalid: OutcomeName;
}

/** Everything that is particular to one operation of Zoom's API. Routes, documents and tables are derived from it. */
export interface Operation<
  Table extends Outcomes = Outcomes,
  Params extends string = string,
  Body extends GenericSchema = GenericSchema,
> {
  /** Zoom's own operationId. */
  readonly id: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With parameters in braces, as OpenAPI writes it. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** Zoom's rate limit label. */
  readonly rateLimit: "LIGHT" | "MEDIUM" | "HEAVY";
  readonly scopes: { readonly classic: readonly string[]; readonly granular: readonly string[] };
  readonly params: Readonly<Record<Params, PathParameter<keyof Table & string>>>;
  /** The schema of the body, as far as the switches decide it. */
  readonly body: (switches: Switches) => Body;
  readonly success: keyof Table & string;
  readonly outcomes: Table;
  readonly handle: (
    request: { readonly params: Readonly<Record<Params, string>>; readonly body: InferOutput<Body> },
    context: OperationContext<keyof Table & string>,
  ) => Promise<Decision<Table>>;
}

/** An operation whose particulars do not matter. */
// biome-ignore lint/suspicious/noExplicitAny: the handler's input differs per operation; only perform calls it, with what this operation's own schema made
export type AnyOperation = Operation<any, any, any>;

/** Checks a declaration against its own types and gives it back. */
export const defineOperation = <const Table extends Outcomes, const Params extends string, Body extends GenericSchema>(
  operation: Operation<Table, Params, Body>,
): Operation<Table, Params, Body> => operation;

/** The first refusal whose condition holds and which the active profile knows. */
export function firstThatApplies<const Refusal extends { readonly outcome: string }>(
  context: OperationContext<Refusal["outcome"]>,
  refusals: readonly (readonly [condition: boolean, refusal: Refusal])[],
): Refusal | undefined {
  return refusals.find(([condition, refusal]) => condition && context.knows(refusal.outcome))?.[1];
}
