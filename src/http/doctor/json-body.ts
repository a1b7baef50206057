import type { BodyFields } from "../../operations/body-fields.js";
import { didYouMean } from "../../text/nearest.js";
import { excerptOf, type Finding } from "./finding.js";
import { parseJson } from "./parse-json.js";

/** Whether a value is an object with members: neither null nor a list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads a JSON body. Members that Zoom ignores are noted: they are often a member in the wrong place. */
export function understandJson(raw: Buffer, fields: BodyFields): { value: unknown; findings: Finding[] } {
  const text = raw.toString("utf8").replace(/^\uFEFF/, "");
  if (/^--[^\r\n]+\r?\ncontent-disposition/i.test(text)) {
    return {
      value: undefined,
      findings: [{ code: "multipartUnderJson", field: "Content-Type", excerpt: excerptOf(text) }],
    };
  }
  const unreadable = (detail: string) => {
    const finding: Finding = { code: "jsonSyntax", field: "body", detail, excerpt: excerptOf(text) };
    return { value: undefined, findings: [finding] };
  };
  let value: unknown;
  try {
    value = parseJson(text);
  } catch (error) {
    return unreadable(`${(error as Error).message}.`);
  }
  if (!isObject(value)) return unreadable("It is another kind of JSON value.");
  const findings = unknownMembers(value, new Set(fields.keys()), "");
  for (const [name, members] of fields) {
    const field = value[name];
    if (members === undefined || field === undefined) continue;
    if (isObject(field)) findings.push(...unknownMembers(field, members, name));
    else findings.push({ code: "fieldNotObject", field: name, excerpt: excerptOf(JSON.stringify(field)) });
  }
  return { value, findings };
}

/** A finding for each member that is not among the known ones, with the name that may have been meant. */
export function unknownMembers(value: unknown, known: ReadonlySet<string>, path: string): Finding[] {
  if (!isObject(value)) return [];
  return Object.keys(value)
    .filter((name) => !known.has(name))
    .slice(0, MOST)
    .map((name) => ({
      code: "unknownField",
      field: path === "" ? name : `${path}.${name}`,
      detail: didYouMean(name.slice(0, 100), [...known]).trim(),
    }));
}

/** Enough to see the mistake, however many members a hostile body has. */
const MOST = 10;
