import * as v from "valibot";
import type { FieldProblem } from "../domain/field-problem.js";
import { type AnyDecision, type AnyOperation, MISSING } from "../operations/operation.js";
import type { ZoomRequest } from "./exchange.js";

/** What is known of a request once every guard let it pass. */
export interface Admitted {
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Asks the guards in order: token, path parameters, body. The first that refuses decides. */
export function admit(
  operation: AnyOperation,
  bodySchema: v.GenericSchema,
  request: ZoomRequest,
): Admitted | { readonly refusal: AnyDecision } {
  if (!hasBearerToken(request)) return { refusal: { outcome: "accessTokenMissing" } };
  const params: Record<string, string> = {};
  for (const [name, parameter] of Object.entries(operation.params)) {
    const text = request.params[name] ?? "";
    const value = parameter.parse(text);
    if (value === undefined) {
      return { refusal: { outcome: text.trim() === "" ? parameter.missing : parameter.invalid } };
    }
    params[name] = value;
  }
  if (request.body.refusal) return { refusal: request.body.refusal };
  const body = v.safeParse(bodySchema, request.body.value ?? {});
  if (!body.success)
    return { refusal: { outcome: "validationFailed", values: { errors: fieldProblems(body.issues) } } };
  return { params, body: body.output };
}

/** Any token will do, as long as there is one. */
function hasBearerToken({ headers }: ZoomRequest): boolean {
  return /^Bearer +\S/i.test(String(headers["authorization"] ?? ""));
}

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
