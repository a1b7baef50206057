/** What can be wrong with a body, as the body doctor names it. */
export type DiagnosisCode =
  | "contentTypeMissing"
  | "unlistedContentType"
  | "noBoundary"
  | "boundaryNotFound"
  | "lfLineEndings"
  | "missingFinalDelimiter"
  | "unreadableForm"
  | "formTooLarge"
  | "jsonUnderForm"
  | "multipartUnderJson"
  | "jsonSyntax"
  | "fieldSentAsFile"
  | "partContentType"
  | "duplicateField"
  | "conflictingField"
  | "unknownField"
  | "splitField"
  | "fieldPrefixed"
  | "fieldNotJson"
  | "fieldObjectObject"
  | "fieldNotObject";

/** One finding about a request's body, for the developer who sent it. */
export interface Diagnosis {
  readonly code: DiagnosisCode;
  /** What was found, and what to send instead. */
  readonly message: string;
  /** The field, the header or `body`: what has to change. */
  readonly field: string;
  /** A short piece of what was sent. */
  readonly excerpt?: string;
  /** A request that says the same without the mistake. */
  readonly curl?: string;
}
