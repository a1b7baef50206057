import * as v from "valibot";

/** What is wrong with a value, for its author. */
export interface SchemaProblem {
  /** A dotted path, or nothing when the whole value is meant. */
  readonly field?: string;
  readonly reason: string;
}

/** What a check against a schema found, one problem for each issue. */
export const schemaProblems = (issues: readonly v.BaseIssue<unknown>[]): SchemaProblem[] =>
  issues.flatMap((issue) => problems(issue));

/** What a schema issue means, in words for the author of a file or request. */
export function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (isUnknownField(issue)) return "there is no such field";
  if (issue.received === "undefined") return "it is missing";
  // The library's own messages begin like this; ours are written for the case.
  if (!issue.message.startsWith("Invalid ")) return issue.message;
  return issue.expected === null ? issue.message : `expected ${issue.expected}, found ${issue.received}`;
}

/** Whether it is the name of a field that is wrong. */
export const isUnknownField = (issue: v.BaseIssue<unknown>): boolean =>
  issue.type === "strict_object" && issue.expected === "never";

function problems(issue: v.BaseIssue<unknown>, above = ""): SchemaProblem[] {
  const field = [above, v.getDotPath(issue) ?? ""].filter((part) => part !== "").join(".");
  // Of several schemas the one that the value was meant for has got as far as naming a field of it.
  const meant = issue.type === "union" ? (issue.issues ?? []).filter(({ path }) => path !== undefined) : [];
  if (meant.length > 0) return meant.flatMap((inner) => problems(inner, field));
  return [{ ...(field !== "" && { field }), reason: reasonOf(issue) }];
}
