import type { GenericSchema } from "valibot";
import type { Switches } from "../domain/switches.js";
import { type BodyFields, bodyFields } from "../operations/body-fields.js";
import { outcomesOf } from "../operations/common-outcomes.js";
import type { AnyOperation } from "../operations/operation.js";
import type { Fixture, Profile } from "../operations/profile.js";
import { rateLimitCategory } from "../operations/sample-values.js";

/** An operation with everything that does not change from request to request. */
export interface PreparedOperation {
  readonly operation: AnyOperation;
  readonly bodySchema: GenericSchema;
  readonly fields: BodyFields;
  readonly fixtures: ReadonlyMap<string, Fixture>;
  /** The schemas of the documents that it answers with, by outcome. */
  readonly replies: ReadonlyMap<string, GenericSchema>;
  /** What the header x-zoom-mock says, by outcome. */
  readonly marks: ReadonlyMap<string, string>;
  readonly knows: (outcome: string) => boolean;
  /** The value of the category header. */
  readonly rateLimitCategory: string | undefined;
}

/** Puts together what one operation needs under a profile and its switches. */
export function prepare(operation: AnyOperation, profile: Profile, switches: Switches): PreparedOperation {
  const fixtures = new Map(profile.fixtures(operation).map((fixture) => [fixture.outcome, fixture]));
  const bodySchema: GenericSchema = operation.body(switches);
  return {
    operation,
    bodySchema,
    fields: bodyFields(bodySchema),
    fixtures,
    replies: new Map(
      Object.entries(outcomesOf(operation)).flatMap(([name, { reply }]) => (reply ? [[name, reply.schema]] : [])),
    ),
    marks: new Map(
      Array.from(fixtures.values(), ({ outcome, evidence }) => [
        outcome,
        `profile=${profile.name}, outcome=${outcome}, evidence=${evidence}`,
      ]),
    ),
    knows: (outcome) => fixtures.has(outcome),
    rateLimitCategory: rateLimitCategory(operation),
  };
}
