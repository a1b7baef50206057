/** The fields of a body: for one that is an object itself the names of its members, for another `undefined`. */
export type BodyFields = ReadonlyMap<string, ReadonlySet<string> | undefined>;

/** Reads the names of a body's fields from its schema, so that no second list has to be kept. */
export function bodyFields(schema: unknown): BodyFields {
  const entries = entriesOf(schema) ?? {};
  return new Map(
    Object.entries(entries).map(([name, entry]) => {
      const members = entriesOf(entry);
      return [name, members && new Set(Object.keys(members))];
    }),
  );
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
