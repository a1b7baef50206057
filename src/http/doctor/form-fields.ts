import type { BodyFields } from "../../operations/body-fields.js";
import { didYouMean } from "../../text/nearest.js";
import type { Part } from "../multipart.js";
import { excerptOf, excerptOfField, type Finding } from "./finding.js";
import { examine, isObject } from "./json-body.js";
import { parseJson } from "./parse-json.js";

/** The body that a form stands for: fields that hold objects are read as JSON. */
export function understandForm(
  parts: readonly Part[],
  fields: BodyFields,
): { value: Record<string, unknown>; findings: Finding[] } {
  const value: Record<string, unknown> = Object.create(null);
  const findings: Finding[] = [];
  const seen = new Map<string, Part>();
  for (const [index, part] of parts.entries()) {
    const first = seen.get(part.name);
    if (first && fields.has(splitName(part.name, fields)?.field ?? part.name)) {
      const code = first.value === part.value ? "duplicateField" : "conflictingField";
      findings.push({ code, field: part.name, excerpt: excerptOfField(part.name, part.value) });
      continue;
    }
    seen.set(part.name, part);
    readField(part, parts[index - 1], fields, value, findings);
  }
  for (const [name, members] of fields) {
    const field = value[name];
    if (members && isObject(field)) examine(field, members, `${name}.`, findings);
  }
  return { value, findings };
}

/** Takes one field into the body. */
function readField(
  part: Part,
  before: Part | undefined,
  fields: BodyFields,
  value: Record<string, unknown>,
  findings: Finding[],
): void {
  const { name } = part;
  const split = splitName(name, fields);
  if (split) {
    findings.push({ code: "splitField", field: split.field, excerpt: excerptOf(`${name}=${part.value}`) });
    const members = isObject(value[split.field]) ? value[split.field] : Object.create(null);
    value[split.field] = Object.assign(members as object, { [split.member]: typed(part.value) });
  } else if (!fields.has(name)) {
    const detail = didYouMean(name, [...fields.keys()]).trim();
    findings.push({ code: "unknownField", field: name, detail, excerpt: excerptOfField(name, part.value) });
    if (!(name in value)) value[name] = part.value;
  } else {
    if (part.isFile) findings.push({ code: "fieldSentAsFile", field: name, excerpt: excerptOf(part.value) });
    else if (part.type) findings.push({ code: "partContentType", field: name, excerpt: excerptOf(part.type) });
    value[name] = fields.get(name) ? readObject(part, before, findings) : part.value;
  }
}

/** `settings[display_name]` and `settings.display_name`: a member of an object as a field of its own. */
function splitName(name: string, fields: BodyFields): { field: string; member: string } | undefined {
  if (fields.has(name)) return undefined;
  const match = /^(\w+)(?:\[(\w+)\]|\.(\w+))$/.exec(name);
  const field = match?.[1];
  const member = match?.[2] ?? match?.[3];
  return field !== undefined && member !== undefined && fields.get(field) ? { field, member } : undefined;
}

/** In a form everything is text. */
const typed = (text: string): unknown => (text === "true" ? true : text === "false" ? false : text);

/** A field that holds an object. A text that is no JSON stays as it is, for the journal; the finding refuses it. */
function readObject({ name, value: text }: Part, before: Part | undefined, findings: Finding[]): unknown {
  const direct = parsed(text);
  if (direct !== undefined && !isObject(direct))
    findings.push({ code: "fieldNotObject", field: name, excerpt: excerptOf(text) });
  if (direct !== undefined) return direct;
  if (text.trim() === "[object Object]") {
    findings.push({ code: "fieldObjectObject", field: name, excerpt: text });
    return text;
  }
  if (before && before.value !== "" && text.startsWith(before.value)) {
    const rest = parsed(text.slice(before.value.length));
    if (isObject(rest)) {
      findings.push({ code: "fieldPrefixed", field: name, excerpt: excerptOf(text) });
      return rest;
    }
  }
  findings.push({ code: "fieldNotJson", field: name, excerpt: excerptOf(text) });
  return text;
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
