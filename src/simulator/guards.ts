import * as v from "valibot";
import type { FieldProblem } from "../domain/field-problem.js";
import { type AnyDecision, type AnyOperation, MISSING } from "../operations/operation.js";
import type { ZoomRequest } from "./exchange.js";

/** What is known of a request once every guard let it pass. */
export interface Admitted {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Asks the guards in order: path parameters, body. The first that refuses decides. */
export function admit(
  operation: AnyOperation,
  bodySchema: v.GenericSchema,
  request: ZoomRequest,
): Admitted | { readonly refusal: AnyDecision } {
  const params: Record<string, string> = {};
  for (const [name, parameter] of Object.entries<AnyOperation["params"][string]>(operation.params)) {
    const text = request.params[name] ?? "";
    const value = parameter.parse(text);
    if (value === undefined) {
      return { refusal: { outcome: text.trim() === "" ? parameter.missing : parameter.invalid } };
    }
    params[name] = value;
  }
  const query = operation.query ? queryOf(request.url) : NO_QUERY;
  if (operation.security === "client") return { params, query, body: formOf(request) };
  // Nobody reads the body of these.
  if (operation.method === "GET" || operation.method === "DELETE") return { params, query, body: {} };
  if (request.body.refusal) return { refusal: request.body.refusal };
  const body = v.safeParse(bodySchema, request.body.value ?? {});
  if (!body.success)
    return { refusal: { outcome: "validationFailed", values: { errors: fieldProblems(body.issues) } } };
  return { params, query, body: body.output };
}

const NO_QUERY = {};

/** The parameters of the query; of one that is sent twice, the last. */
const queryOf = (url: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(url.includes("?") ? url.slice(url.indexOf("?") + 1) : ""));

/** The token endpoint reads forms only. Source: devforum 79648. */
const formOf = ({ body: { encoding, value } }: ZoomRequest): unknown =>
  encoding === "urlencoded" ? (value ?? {}) : {};

/** One problem for each field, however many checks it failed. */
function fieldProblems(issues: readonly v.BaseIssue<unknown>[]): FieldProblem[] {
  const byField = new Map<string, FieldProblem>();
  for (const issue of issues) {
    const field = v.getDotPath(issue) ?? "";
    const missing = issue.message === MISSING || issue.received === "undefined";
    if (!byField.has(field)) byField.set(field, { field, problem: missing ? "missing" : "invalid" });
  }
  return [...byField.values()];
}
