import multer from "multer";
import { redactedText } from "../../simulator/redact.js";
import { boundaryOf } from "../media-type.js";
import { type Part, readMultipart } from "../multipart.js";
import { readSimpleForm } from "../simple-form.js";
import { excerptOf, type Finding } from "./finding.js";

/** The parts of a form, or none when it cannot be read, and what is wrong with the way it is written. */
export interface FormReading {
  readonly parts: readonly Part[] | undefined;
  readonly findings: readonly Finding[];
}

/** Reads a multipart form; a form whose meaning is certain is mended first. */
export function readForm(raw: Buffer, contentType: string): FormReading | Promise<FormReading> {
  const boundary = boundaryOf(contentType);
  const simple = boundary === undefined ? undefined : readSimpleForm(raw, boundary);
  return simple ? { parts: simple, findings: [] } : readAnyForm(raw, contentType, boundary);
}

async function readAnyForm(raw: Buffer, contentType: string, boundary: string | undefined): Promise<FormReading> {
  const findings: Finding[] = [];
  const unreadable = (finding: Finding): FormReading => ({ parts: undefined, findings: [...findings, finding] });
  if (/^\s*\{/.test(beginning(raw))) {
    return unreadable({ code: "jsonUnderForm", field: "Content-Type", excerpt: excerptOf(beginning(raw)) });
  }
  if (boundary === undefined) {
    return unreadable({ code: "noBoundary", field: "Content-Type", excerpt: excerptOf(contentType) });
  }
  const delimiter = `--${boundary}`;
  if (!hasDelimiterLine(raw, delimiter)) {
    const [line = ""] = beginning(raw).split(/\r?\n/, 1);
    const detail = `The header says ${excerptOf(boundary)}.`;
    return unreadable({ code: "boundaryNotFound", field: "Content-Type", detail, excerpt: excerptOf(line) });
  }
  let form = raw;
  if (!form.includes(`${delimiter}\r\n`) && form.includes(`${delimiter}\n`)) {
    findings.push({ code: "lfLineEndings", field: "body", excerpt: JSON.stringify(excerptOf(beginning(raw))) });
    form = Buffer.from(form.toString("latin1").replace(/\r?\n/g, "\r\n"), "latin1");
  }
  if (!form.includes(`${delimiter}--`)) {
    const end = form.toString("utf8").slice(-1000);
    findings.push({
      code: "missingFinalDelimiter",
      field: "body",
      excerpt: JSON.stringify(redactedText(end).slice(-40)),
    });
    form = Buffer.concat([form, Buffer.from(`${end.endsWith("\r\n") ? "" : "\r\n"}${delimiter}--\r\n`)]);
  }
  try {
    return { parts: await readMultipart(form, contentType), findings };
  } catch (error) {
    const code =
      error instanceof multer.MulterError && error.code.startsWith("LIMIT_") ? "formTooLarge" : "unreadableForm";
    return unreadable({
      code,
      field: "body",
      detail: `${(error as Error).message}.`,
      excerpt: excerptOf(beginning(raw)),
    });
  }
}

const beginning = (raw: Buffer): string => raw.subarray(0, 200).toString("utf8");

/** A line that is the delimiter and no longer one: the boundary `b` does not fit a body that was cut at `bcd`. */
function hasDelimiterLine(raw: Buffer, delimiter: string): boolean {
  for (let at = raw.indexOf(delimiter); at >= 0; at = raw.indexOf(delimiter, at + 1)) {
    const next = raw.toString("latin1", at + delimiter.length, at + delimiter.length + 2);
    if (next === "" || next === "--" || /^\s/.test(next)) return true;
  }
  return false;
}
