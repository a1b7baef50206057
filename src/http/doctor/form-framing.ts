import multer from "multer";
import { boundaryOf } from "../media-type.js";
import { type Part, readMultipart } from "../multipart.js";
import { excerptOf, type Finding } from "./finding.js";

/** The parts of a form, or none when it cannot be read, and what is wrong with the way it is written. */
export interface FormReading {
  readonly parts: readonly Part[] | undefined;
  readonly findings: readonly Finding[];
}

/** Reads a multipart form; a form whose meaning is certain is mended first. */
export async function readForm(raw: Buffer, contentType: string): Promise<FormReading> {
  const findings: Finding[] = [];
  const boundary = boundaryOf(contentType);
  const unreadable = (finding: Finding): FormReading => ({ parts: undefined, findings: [...findings, finding] });
  if (/^\s*\{/.test(beginning(raw))) {
    return unreadable({ code: "jsonUnderForm", field: "Content-Type", excerpt: excerptOf(beginning(raw)) });
  }
  if (boundary === undefined) {
    return unreadable({ code: "noBoundary", field: "Content-Type", excerpt: excerptOf(contentType) });
  }
  const delimiter = `--${boundary}`;
  if (!raw.includes(delimiter)) {
    const [line = ""] = beginning(raw).split(/\r?\n/, 1);
    const detail = `The header says ${excerptOf(boundary)}.`;
    return unreadable({ code: "boundaryNotFound", field: "Content-Type", detail, excerpt: excerptOf(line) });
  }
  let form = raw;
  if (!form.includes(`${delimiter}\r\n`) && form.includes(`${delimiter}\n`)) {
    findings.push({ code: "lfLineEndings", field: "body", excerpt: excerptOf(JSON.stringify(beginning(raw))) });
    form = Buffer.from(form.toString("latin1").replace(/\r?\n/g, "\r\n"), "latin1");
  }
  if (!form.includes(`${delimiter}--`)) {
    const end = form.subarray(-40).toString("utf8");
    findings.push({ code: "missingFinalDelimiter", field: "body", excerpt: excerptOf(JSON.stringify(end)) });
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
