import type { BodyFields } from "../../operations/body-fields.js";
import type { JsonObject } from "../../operations/operation.js";
import type { Diagnosis } from "../../simulator/diagnosis.js";
import type { Encoding, RequestBody } from "../../simulator/exchange.js";
import { redacted, redactedUrl } from "../../simulator/redact.js";
import { JSON_TYPE, MULTIPART, mediaType, URLENCODED } from "../media-type.js";
import { correctedCurl } from "./corrected-curl.js";
import { excerptOf, FINDINGS, type Finding } from "./finding.js";
import { understandForm } from "./form-fields.js";
import { readForm } from "./form-framing.js";
import { guessMeaning } from "./guess-meaning.js";
import { understandJson } from "./json-body.js";

/** What the doctor needs to know to understand a body. */
export interface BodyContext {
  readonly method: string;
  /** Where it was sent to, absolute, for the corrected curl line. */
  readonly url: () => string;
  readonly fields: BodyFields;
  /** The universe that a header names; whoever sends the corrected curl line must name it again. */
  readonly universe: string | readonly string[] | undefined;
  /** A body as the operation wants it. */
  readonly sample: JsonObject;
  /** The types of body that the profile lists. */
  readonly contentTypes: readonly string[];
  /** Whether only those are taken. */
  readonly strictTypes: boolean;
  /** Whether everything but notes is a reason to refuse. */
  readonly strict: boolean;
}

/** Understands a body, or says what keeps it from being understood. */
export async function understandBody(
  raw: Buffer,
  contentType: string | undefined,
  context: BodyContext,
): Promise<RequestBody> {
  const type = mediaType(contentType);
  const size = raw.length;
  if (size === 0) return { encoding: "none", size, value: undefined, diagnoses: [] };
  const encoding = type === undefined ? "other" : (ENCODINGS.get(type) ?? "other");
  const findings: Finding[] = [];
  if (type === undefined) findings.push({ code: "contentTypeMissing", field: "Content-Type" });
  else if (!context.contentTypes.includes(type)) {
    findings.push({ code: "unlistedContentType", field: "Content-Type", excerpt: excerptOf(type) });
  }
  const unsupported = findings.length > 0 && (context.strict || context.strictTypes || encoding === "other");
  const reading = encoding === "other" ? NOT_READ : await understand(raw, contentType ?? "", encoding, context.fields);
  findings.push(...reading.findings);
  if (findings.length === 0) return { encoding, size, value: reading.value, diagnoses: [] };
  const meaning = reading.value ?? (await guessMeaning(raw, context.fields));
  const diagnoses = diagnosed(findings, meaning, type, context);
  const refusal = unsupported ? UNSUPPORTED : refusalFor(findings, encoding, context.strict);
  return { encoding, size, value: reading.value, diagnoses, ...(refusal && { refusal }) };
}

const ENCODINGS: ReadonlyMap<string, Encoding> = new Map([
  [JSON_TYPE, "json"],
  [MULTIPART, "multipart"],
  [URLENCODED, "urlencoded"],
]);

const NOT_READ = { value: undefined, findings: [] };

const UNSUPPORTED = { outcome: "unsupportedContentType" } as const;

interface Reading {
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

async function understand(raw: Buffer, contentType: string, encoding: Encoding, fields: BodyFields): Promise<Reading> {
  if (encoding === "json") return understandJson(raw, fields);
  const { parts, findings } = encoding === "multipart" ? await readForm(raw, contentType) : readUrlencoded(raw);
  if (!parts) return { value: undefined, findings };
  const form = understandForm(parts, fields);
  return { value: form.value, findings: [...findings, ...form.findings] };
}

function readUrlencoded(raw: Buffer): Awaited<ReturnType<typeof readForm>> {
  const text = raw.toString("utf8");
  if (/^\s*\{/.test(text)) {
    return { parts: undefined, findings: [{ code: "jsonUnderForm", field: "Content-Type", excerpt: excerptOf(text) }] };
  }
  const pairs = [...new URLSearchParams(text)];
  if (pairs.length > MOST_PAIRS) {
    return {
      parts: undefined,
      findings: [{ code: "formTooLarge", field: "body", detail: `It has ${pairs.length} fields.` }],
    };
  }
  return { parts: pairs.map(([name, value]) => ({ name, value, isFile: false, type: undefined })), findings: [] };
}

/** As many fields as a multipart form may have. */
const MOST_PAIRS = 50;

function refusalFor(findings: readonly Finding[], encoding: Encoding, strict: boolean): RequestBody["refusal"] {
  const reasons = findings.filter(({ code }) => {
    const { severity } = FINDINGS[code];
    return severity === "fatal" || (strict && severity === "harmless");
  });
  if (reasons.length === 0) return undefined;
  if (encoding === "json") return { outcome: "malformedJson" };
  const fields = new Set(reasons.map(({ field }) => field));
  return {
    outcome: "validationFailed",
    values: { errors: Array.from(fields, (field) => ({ field, problem: "invalid" as const })) },
  };
}

function diagnosed(
  findings: readonly Finding[],
  value: unknown,
  type: string | undefined,
  { method, url, universe, contentTypes, fields, sample }: BodyContext,
): Diagnosis[] {
  const sentTo = { method, url: redactedUrl(url()), universe, contentTypes, type, sample };
  const curl = correctedCurl(sentTo, redacted(value), fields);
  return findings.map(({ code, field, detail, excerpt }) => ({
    code,
    message: detail ? `${FINDINGS[code].message} ${detail}` : FINDINGS[code].message,
    field,
    ...(excerpt !== undefined && { excerpt }),
    curl,
  }));
}
