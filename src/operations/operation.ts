import { type GenericSchema, type InferOutput, object } from "valibot";
import type { FieldProblem } from "../domain/field-problem.js";
import type { Identifiers } from "../domain/identifiers.js";
import type { RateLimitLabel } from "../domain/rate-limits.js";
import type { Switches } from "../domain/switches.js";
import type { Entities, EntityKind } from "../domain/world.js";
import type { WorldEvent } from "../domain/world-event.js";

/** The message of a schema issue that means "Missing field." although the schema does not require the field. */
export const MISSING = "missing";

/** A value as JSON knows it; a `bigint` is a number that JavaScript's own cannot hold. */
type Json = string | number | bigint | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** What may fill a placeholder of a fixture. What is `undefined` leaves its member or header out. */
export type FixtureValue = Json | readonly FieldProblem[] | undefined;

/** One way in which an operation can end. */
interface OutcomeDescription {
  /** When it happens: completes the sentence "Answered when …". */
  readonly when: string;
  /** Every profile must have a fixture for it, because the operation cannot do without. */
  readonly required?: true;
  /** The placeholders that the decision fills, each with a sample. Path parameters are always there. */
  readonly values?: Readonly<Record<string, FixtureValue>>;
  /**
   * The document that the outcome answers with. A fixture takes the whole of it as `{reply}`, or its members by name.
   * A document that breaks the schema is a fault of ours.
   */
  readonly reply?: { readonly schema: GenericSchema; readonly sample: JsonObject };
  /** The path parameter that its message may write with thousands separators (switch thousandsSeparators). */
  readonly separates?: "meetingId" | "webinarId";
  /** The operation whose outcome of the same name lends it the error code (switch webinarCodes). */
  readonly counterpart?: string;
}

export type Outcomes = Readonly<Record<string, OutcomeDescription>>;

type Widened<Value> = Value extends string ? string : Value extends number ? number : readonly FieldProblem[];
type ValuesOf<Description> = Description extends { readonly values: infer Values }
  ? { readonly values: { readonly [Key in keyof Values]: Widened<Values[Key]> } }
  : { readonly values?: undefined };
type ReplyOf<Description> = Description extends { readonly reply: { readonly schema: infer Schema } }
  ? { readonly reply: Schema extends GenericSchema ? InferOutput<Schema> : JsonObject }
  : { readonly reply?: undefined };

/** The outcome an operation decided on, with the values and the document that its description asks for. */
export type Decision<Table extends Outcomes> = {
  [Name in keyof Table & string]: { readonly outcome: Name } & ValuesOf<Table[Name]> & ReplyOf<Table[Name]>;
}[keyof Table & string];

/** A decision of an operation whose particulars do not matter. */
export interface AnyDecision {
  readonly outcome: string;
  readonly values?: Readonly<Record<string, FixtureValue>> | undefined;
  readonly reply?: JsonObject | undefined;
}

/** The part of the world that one request sees. Changes become visible to others when the request ends well. */
export interface WorldView {
  /** The account that the token belongs to. */
  readonly accountId: string;
  get<Kind extends EntityKind>(kind: Kind, id: string): Promise<Entities[Kind] | undefined>;
  put<Kind extends EntityKind>(kind: Kind, entity: Entities[Kind]): void;
  delete(kind: EntityKind, id: string): void;
  /** The first of a kind, up to `limit`, as they were before the request. */
  first<Kind extends EntityKind>(kind: Kind, limit: number): Promise<readonly Entities[Kind][]>;
  /** All that a user hosts, in the order in which they were added, as they were before the request. */
  hostedBy<Kind extends "meetings" | "webinars">(kind: Kind, userId: string): Promise<readonly Entities[Kind][]>;
  /** The id of the user with an e-mail address, in whatever case, as it was before the request. */
  userIdByEmail(email: string): Promise<string | undefined>;
  /** Tells the world outside, once the change is committed; of the entity as it then is, unless `told` is given. */
  announce<Kind extends EntityKind>(event: WorldEvent, kind: Kind, id: string, told?: Entities[Kind]): void;
}

/** What a handler knows besides the request. */
export interface OperationContext<OutcomeName extends string = string> {
  /** Milliseconds since the epoch, from the universe's clock. */
  readonly now: number;
  readonly switches: Switches;
  readonly world: WorldView;
  /** Makes the ids of what the request creates. */
  readonly identifiers: Identifiers;
  /** Who calls. */
  readonly caller: Caller;
  /** Whether the active profile has a fixture for the outcome. A rule whose outcome has none does not apply. */
  knows(outcome: OutcomeName): boolean;
}

/** Who calls, as the Authorization header tells. */
export interface Caller {
  /** `null`: a token that no user stands behind. */
  readonly userId: string | null;
  /** What OAuth's own operations are told; empty for all others. */
  readonly client: Client;
}

/** The program that asks for tokens, and the mock that it asks. */
export interface Client {
  /** Name and password of HTTP Basic. */
  readonly credentials: { readonly id: string; readonly secret: string } | null;
  /** Where the mock is reached, without a path of Zoom's. */
  readonly mockUrl: string;
  /** The universe that issues the tokens. */
  readonly universeId: string;
  readonly policy: TokenPolicy;
}

/** Who gets tokens, and which tokens are taken. */
export interface TokenPolicy {
  /** Which bearer tokens are taken: any at all, or only those that the mock issued. */
  readonly mode: "any" | "issued";
  /** The scopes of an app that no scenario declares: all there are. Where tokens are issued ones only, there is no such app. */
  readonly everyScope: readonly string[];
  /** Whether users consent without being asked. */
  readonly autoConsent: boolean;
}

/** A path parameter, and the outcomes for a path without it and for one that cannot be read. */
interface PathParameter<OutcomeName extends string = string> {
  readonly description: string;
  readonly example: string;
  /** How Zoom types it. @default "integer" (int64) */
  readonly type?: "integer" | "string";
  /** The value in its canonical form, or undefined when it is none. */
  readonly parse: (text: string) => string | undefined;
  readonly missing: OutcomeName;
  readonly invalid: OutcomeName;
}

/** A query parameter. Zoom ignores values that it does not know, so the handler reads them leniently. */
interface QueryParameter {
  readonly description: string;
  readonly example: string;
  readonly type?: "integer" | "string" | "boolean";
  /** The values that mean something. */
  readonly values?: readonly string[];
}

/** Everything that is particular to one operation of Zoom's API. Routes, documents and tables are derived from it. */
export interface Operation<
  Table extends Outcomes = Outcomes,
  Params extends string = string,
  Query extends string = string,
  Body extends GenericSchema = GenericSchema,
  Id extends string = string,
> {
  /** Zoom's own operationId. */
  readonly id: Id;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** With parameters in braces, as OpenAPI writes it. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /**
   * What the Authorization header must hold: a bearer token, or (of OAuth's own operations) what the operation itself
   * looks at.
   *
   * @default "bearer"
   */
  readonly security?: "bearer" | "client";
  /** Zoom's rate limit label; OAuth's operations have none. */
  readonly rateLimit: RateLimitLabel | null;
  /**
   * It creates or updates a meeting or webinar: each one that it puts counts towards the 100 such calls that Zoom allows
   * a host a day.
   */
  readonly limitedPerUser?: true;
  readonly scopes: { readonly classic: readonly string[]; readonly granular: readonly string[] };
  readonly params: Readonly<Record<Params, PathParameter<keyof Table & string>>>;
  readonly query?: Readonly<Record<Query, QueryParameter>>;
  /** The types of body it takes, where the profile's do not hold. */
  readonly contentTypes?: readonly string[];
  /** The schema of the body, as far as the switches decide it; `noBody` where there is none. */
  readonly body: (switches: Switches) => Body;
  /** A body as clients send it, for documents and corrected requests. */
  readonly sampleBody?: JsonObject;
  readonly success: keyof Table & string;
  readonly outcomes: Table;
  readonly handle: (
    request: {
      readonly params: Readonly<Record<Params, string>>;
      readonly query: Readonly<Partial<Record<Query, string>>>;
      readonly body: InferOutput<Body>;
    },
    context: OperationContext<keyof Table & string>,
  ) => Promise<Decision<Table>>;
}

/** The body of an operation that takes none; what is sent nevertheless is ignored. */
export const noBody = () => object({});

/** An operation whose particulars do not matter. */
// biome-ignore lint/suspicious/noExplicitAny: the handler's input differs per operation; only perform calls it, with what this operation's own schema made
export type AnyOperation = Operation<any, any, any, any>;

/** Checks a declaration against its own types and gives it back. */
export const defineOperation = <
  const Table extends Outcomes,
  const Params extends string,
  Body extends GenericSchema,
  const Query extends string = never,
  const Id extends string = string,
>(
  operation: Operation<Table, Params, Query, Body, Id>,
): Operation<Table, Params, Query, Body, Id> => operation;

/** The first refusal whose condition holds and which the active profile knows. */
export function firstThatApplies<const Refusal extends { readonly outcome: string }>(
  context: Pick<OperationContext<Refusal["outcome"]>, "knows">,
  refusals: readonly (readonly [condition: boolean, refusal: Refusal])[],
): Refusal | undefined {
  return refusals.find(([condition, refusal]) => condition && context.knows(refusal.outcome))?.[1];
}
