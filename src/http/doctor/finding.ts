import type { DiagnosisCode } from "../../simulator/diagnosis.js";
import { redactedField, redactedText } from "../../simulator/redact.js";

/** Something about a body that its sender should know. */
export interface Finding {
  readonly code: DiagnosisCode;
  readonly field: string;
  /** What was found in particular; the general part of the message follows from the code. */
  readonly detail?: string;
  readonly excerpt?: string;
}

/**
 * How much a finding matters.
 *
 * - `fatal`: no server could read it, or could only guess.
 * - `harmless`: what is meant is certain; accepted unless bodies are read strictly.
 * - `note`: Zoom itself does not mind; never a reason to refuse.
 */
type Severity = "fatal" | "harmless" | "note";

/** What each code means, and what to do. */
export const FINDINGS: Readonly<Record<DiagnosisCode, { readonly severity: Severity; readonly message: string }>> = {
  contentTypeMissing: {
    severity: "fatal",
    message: "The request has a body but no Content-Type. Say what it is.",
  },
  unlistedContentType: {
    severity: "harmless",
    message: "Zoom's description does not list this type of body for the operation. Send one that it lists.",
  },
  noBoundary: {
    severity: "fatal",
    message:
      "The Content-Type has no boundary, so nobody can tell where the form's parts begin. Do not set this header by hand: let the client set it together with the body.",
  },
  boundaryNotFound: {
    severity: "fatal",
    message: "The boundary of the Content-Type does not occur in the body. Take header and body from the same client.",
  },
  lfLineEndings: {
    severity: "harmless",
    message: "The lines of the form end with LF. A multipart form ends them with CRLF.",
  },
  missingFinalDelimiter: {
    severity: "harmless",
    message: "The form does not end with its boundary and two hyphens. Finish it, or check whether it was cut off.",
  },
  unreadableForm: { severity: "fatal", message: "The form cannot be read. Let a client library write it." },
  formTooLarge: { severity: "fatal", message: "The form is larger than any live-stream command. Send the two fields." },
  jsonUnderForm: {
    severity: "fatal",
    message: "The body is JSON, but the Content-Type announces a form. Send application/json.",
  },
  multipartUnderJson: {
    severity: "fatal",
    message: "The body is a multipart form, but the Content-Type announces JSON. Let the client set the header.",
  },
  jsonSyntax: { severity: "fatal", message: "The body is not a JSON object." },
  fieldSentAsFile: {
    severity: "harmless",
    message: "The field is sent as a file. Send it as a text field, without a file name.",
  },
  partContentType: {
    severity: "harmless",
    message: "The field has a content type of its own. Send it as a plain text field.",
  },
  duplicateField: {
    severity: "harmless",
    message: "The field is sent more than once with the same value. Send it once.",
  },
  conflictingField: {
    severity: "fatal",
    message: "The field is sent more than once with different values. Send it once.",
  },
  unknownField: {
    severity: "note",
    message: "Sent but never read: nothing looks at the field. Zoom too ignores fields that it does not know.",
  },
  splitField: {
    severity: "harmless",
    message: "The object is spread over several fields. Send it as one field that holds JSON.",
  },
  fieldPrefixed: {
    severity: "harmless",
    message:
      "The value of the field before stands in front of the JSON, as in samples generated from Zoom's 2021 collection. Send the JSON alone.",
  },
  fieldNotJson: { severity: "fatal", message: "The field must hold a JSON object." },
  fieldObjectObject: {
    severity: "fatal",
    message: "A JavaScript object was turned into text. Send JSON.stringify of it.",
  },
  fieldNotObject: { severity: "note", message: "The field must be an object, not a text or a list." },
};

/** The beginning of a text, short enough for a log line, without secrets. */
export const excerptOf = (text: string): string => shortened(redactedText(text.slice(0, LONGEST_EXCERPT * 4)));

/** The same of the value of a field; a field that is a secret shows nothing. */
export const excerptOfField = (name: string, value: string): string => shortened(redactedField(name, value));

const LONGEST_EXCERPT = 80;

const shortened = (text: string): string =>
  text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT)}…` : text;
