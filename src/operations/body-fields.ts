/** The fields of a body: for one that is an object itself the fields of that, for another `undefined`. */
export interface BodyFields extends ReadonlyMap<string, BodyFields | undefined> {}

/** Reads the names of a body's fields from its schema, at every depth, so that no second list has to be kept. */
export const bodyFields = (schema: unknown): BodyFields => fieldsOf(schema) ?? new Map();

function fieldsOf(schema: unknown): BodyFields | undefined {
  const entries = entriesOf(schema);
  return entries && new Map(Object.entries(entries).map(([name, entry]) => [name, fieldsOf(entry)]));
}

interface SchemaParts {
  readonly entries?: Record<string, unknown>;
  readonly wrapped?: unknown;
  readonly pipe?: readonly unknown[];
}

/** The entries of an object schema, also inside `optional` and `pipe`. */
function entriesOf(schema: unknown): Record<string, unknown> | undefined {
  const { entries, wrapped, pipe = [] } = schema as SchemaParts;
  if (entries) return entries;
  const inner = wrapped === undefined ? pipe : [wrapped];
  return inner.map(entriesOf).find((found) => found !== undefined);
}
