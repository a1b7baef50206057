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
  const findings: Finding[] = [];
  examine(value, fields, "", findings);
  return { value, findings };
}

/**
 * Notes, at every depth, the members that nobody will read, each with the name that may have been meant, and what should
 * be an object but is none.
 *
 * @param path Where the object stands in the body, with a dot at its end; empty for the body itself.
 */
export function examine(value: Record<string, unknown>, fields: BodyFields, path: string, findings: Finding[]): void {
  let unknown = 0;
  for (const name of Object.keys(value)) {
    const members = fields.get(name);
    if (members) {
      const member = value[name];
      if (isObject(member)) examine(member, members, `${path}${name}.`, findings);
      else findings.push({ code: "fieldNotObject", field: path + name, excerpt: excerptOf(JSON.stringify(member)) });
    } else if (!fields.has(name) && unknown < MOST) {
      unknown += 1;
      const detail = didYouMean(name.slice(0, 100), [...fields.keys()]).trim();
      findings.push({ code: "unknownField", field: path + name, detail });
    }
  }
}

/** Enough of one object's members to see the mistake, however many a hostile body has. */
const MOST = 10;
