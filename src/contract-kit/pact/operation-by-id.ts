import type { GenericSchema, InferInput, InferOutput } from "valibot";
import type { COMMON_OUTCOMES } from "../../operations/common-outcomes.js";
import { type KnownOperation, operations } from "../../operations/index.js";
import type { AnyOperation } from "../../operations/operation.js";
import { didYouMean } from "../../text/nearest.js";
import type { PactMatcher, Template } from "./matcher.js";

/** Zoom's own ids of the operations that the mock performs. */
export type OperationId = KnownOperation["id"];

/** The operation of an id, with its own types. */
type OperationOf<Id extends OperationId> = Extract<KnownOperation, { readonly id: Id }>;

type NamesIn<Value> = [Value] extends [object] ? keyof Value & string : never;
type BodyOf<Id extends OperationId> = ReturnType<OperationOf<Id>["body"]>;
type OutcomesOf<Id extends OperationId> = OperationOf<Id>["outcomes"] & typeof COMMON_OUTCOMES;

/** What stands in the path, by parameter. Without one, as in Zoom's description. */
type PathOf<Id extends OperationId> = { readonly [Name in NamesIn<OperationOf<Id>["params"]>]?: string };

/** What a request of an operation can be told. */
export type OperationRequest<Id extends OperationId = OperationId> = PathOf<Id> & {
  /** By parameter; a value is matched exactly. */
  readonly query?: {
    readonly [Name in NamesIn<NonNullable<OperationOf<Id>["query"]>>]?: string | PactMatcher<string>;
  };
  /** As it is given: exactly, or by the matchers in it. Without one: a usual body, of which only the kinds of its members matter. */
  readonly body?: Template<InferInput<BodyOf<Id> & GenericSchema>>;
  /**
   * The access token that stands in the contract; a client may send any other. `null`: there is no Authorization header.
   * @default "test-token"
   */
  readonly token?: string | null;
  /** Id and secret of an app, sent as HTTP Basic and matched exactly: for OAuth's own operations. */
  readonly client?: { readonly id: string; readonly secret: string };
};

/** How an operation can end, in any profile. */
export type OutcomeName<Id extends OperationId> = keyof OutcomesOf<Id> & string;

type Widened<Value> = Value extends string ? string : Value extends number ? number : Value;
type ValuesIn<Outcome> = Outcome extends { readonly values: infer Values }
  ? { readonly [Name in keyof Values]?: Widened<Values[Name]> }
  : unknown;
type ReplyIn<Outcome> = Outcome extends { readonly reply: { readonly schema: infer Schema extends GenericSchema } }
  ? Partial<Template<InferOutput<Schema>> & object>
  : unknown;

/** What an answer can be told: the ids of its request, what its message mentions, and members of its document. */
export type AnswerParams<Id extends OperationId, Name extends OutcomeName<Id>> = PathOf<Id> &
  ValuesIn<OutcomesOf<Id>[Name]> &
  ReplyIn<OutcomesOf<Id>[Name]>;

/**
 * The operation of an id.
 *
 * @throws RangeError when there is none.
 */
export function operationById(id: string): AnyOperation {
  const operation = operations.find((each) => each.id === id);
  if (operation) return operation;
  const known = operations.map((each) => each.id);
  throw new RangeError(`Failed to find the operation ${id}: there is none of this name.${didYouMean(id, known)}`);
}
