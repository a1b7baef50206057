import type { DiagnosisCode } from "../../../src/index.js";

export const MULTIPART = "multipart/form-data; boundary=b";
export const JSON_TYPE = "application/json";
export const URLENCODED = "application/x-www-form-urlencoded";
export const SETTINGS = '{"active_speaker_name":false,"display_name":"Town hall"}';

export const part = (name: string, value: string, more = "") =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
export const multipart = (...parts: string[]) => `${parts.join("")}--b--\r\n`;
export const ACTION = part("action", "start");
export const GOOD = multipart(ACTION, part("settings", SETTINGS));

/** A body with something wrong, and what the doctor says. */
export interface Finding {
  readonly title: string;
  readonly type?: string;
  readonly body: string;
  readonly code: DiagnosisCode;
  readonly field: string;
  /** The answer by default, and to `Prefer: handling=strict`. */
  readonly lenient: number;
  readonly strict: number;
  readonly excerpt?: string | RegExp;
  /** The field of Zoom's `errors[]` when it is refused, where the refusal is a validation. */
  readonly refusedField?: string;
}
