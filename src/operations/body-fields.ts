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

/** The entries of an object schema, also inside `optional` and the like. */
function entriesOf(schema: unknown): Record<string, unknown> | undefined {
  const { entries, wrapped } = schema as { entries?: Record<string, unknown>; wrapped?: unknown };
  return wrapped === undefined ? entries : entriesOf(wrapped);
}
