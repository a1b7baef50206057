/** One entry of Zoom's `errors[]` before a fixture gives it words: the field as a dotted path, and what is wrong. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: "missing" | "invalid";
}
