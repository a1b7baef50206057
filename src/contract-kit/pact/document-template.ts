import type { jsonSchema } from "../../openapi/request-body.js";
import { eachLike, equal, integer, isMatcher, regex, sameType } from "./matcher.js";

type Schema = ReturnType<typeof jsonSchema> & { readonly const?: unknown };

/** What a contract says of a document besides its schema. */
interface Known {
  /** The part of the document that must be so: values, or matchers of one's own. */
  readonly fixed?: unknown;
  /** Which members it must have: those that the schema requires, or all of the sample's. */
  readonly members: "required" | "all";
}

/**
 * A document as a contract has it: what is fixed exactly, everything else by what its schema asks of its kind. The sample
 * gives the examples. Members that may be absent are left out.
 */
export function documentTemplate(schema: Schema, sample: unknown, { fixed, members }: Known): unknown {
  if (fixed !== undefined && (isMatcher(fixed) || !isRecord(fixed))) return plain(fixed);
  if (isRecord(sample) || isRecord(fixed)) {
    const [known, given] = [isRecord(sample) ? sample : {}, isRecord(fixed) ? fixed : {}];
    const wanted = members === "all" || !schema.properties ? Object.keys(known) : (schema.required ?? []);
    return Object.fromEntries(
      [...new Set([...Object.keys(known).filter((name) => wanted.includes(name)), ...Object.keys(given)])].map(
        (name) => [name, documentTemplate(member(schema, name), known[name], { fixed: given[name], members })],
      ),
    );
  }
  if (Array.isArray(sample)) {
    const items = "items" in schema ? (schema.items as Schema) : {};
    return sample.length === 0 ? sameType([]) : eachLike(documentTemplate(items, sample[0], { members }));
  }
  return ofKind(schema, plain(sample));
}

/** A single value, by what the schema says of it. */
function ofKind(schema: Schema, sample: unknown): unknown {
  if (schema.const !== undefined) return equal(schema.const);
  if (typeof sample === "string") {
    if (schema.enum?.every((word) => /^[\w-]+$/.test(String(word))))
      return regex(`^(?:${schema.enum.join("|")})$`, sample);
    if (new RegExp(TIME).test(sample)) return regex(TIME, sample);
  }
  return typeof sample === "number" && Number.isInteger(sample) ? integer(sample) : sameType(sample);
}

/** As Zoom writes it. */
const TIME = "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$";

const member = ({ properties }: Schema, name: string): Schema => (properties?.[name] ?? {}) as Schema;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Pact's builders write JSON and know no `bigint`. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  return value;
}
