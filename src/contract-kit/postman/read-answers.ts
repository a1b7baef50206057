import * as v from "valibot";
import { reasonOf } from "../../text/schema-issue.js";
import { type Mark, readMark } from "./mark.js";

/** One answer that a saved example documents. */
export interface Answer {
  readonly status: number;
  /** Zoom's error code, where the example has one. */
  readonly code?: number;
  /** Absent in a success. */
  readonly message?: string;
  /** The saved body, where there is one. */
  readonly body?: Readonly<Record<string, unknown>>;
  readonly headers: ReadonlyMap<string, string>;
  /** What the mock says of it, where it came from a mock. */
  readonly mark: Mark | undefined;
}

/** The name of an example in one line, without its markup. */
export const plainName = (example: unknown): string => {
  const name = v.is(v.looseObject({ name: v.string() }), example) ? linesOf(example.name).join(" ") : "";
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
};

/**
 * The answers of a saved example: the one in its body; or, where the body is empty, those in its name, as in Zoom's own
 * collection.
 *
 * @returns A sentence where there are none that can be read.
 */
export function readAnswers(example: unknown): readonly Answer[] | string {
  const parsed = v.safeParse(exampleSchema, example);
  if (!parsed.success) return `${v.getDotPath(parsed.issues[0]) ?? "the example"}: ${reasonOf(parsed.issues[0])}`;
  const { name, code: status, status: phrase, header, body } = parsed.output;
  const headers = new Map(headerPairs(header));
  const ours = headers.get("x-zoom-mock");
  const mark = ours === undefined ? undefined : readMark(ours);
  if (ours !== undefined && !mark) return "it was answered by zoom-mock itself, not as Zoom would";
  const rest = { status, headers, mark };
  const text = body?.trim() ?? "";
  if (text !== "") return fromBody(text, rest);
  return mark ? [rest] : fromName(name, phrase ?? "", rest);
}

const exampleSchema = v.looseObject({
  name: v.optional(v.string(), ""),
  code: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
  status: v.optional(v.nullable(v.string())),
  header: v.optional(v.nullable(v.union([v.string(), v.array(v.looseObject({ key: v.string(), value: v.any() }))]))),
  body: v.optional(v.nullable(v.string())),
});

function headerPairs(header: v.InferOutput<typeof exampleSchema>["header"]): [string, string][] {
  if (typeof header === "string") {
    return [...header.matchAll(/^([^:\s]+):[ \t]*(.*?)\r?$/gm)].map(([, key = "", value = ""]) => [
      key.toLowerCase(),
      value,
    ]);
  }
  return (header ?? []).map(({ key, value }) => [key.toLowerCase(), String(value)]);
}

type Rest = Pick<Answer, "status" | "headers" | "mark">;

function fromBody(text: string, rest: Rest): readonly Answer[] | string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return "its body is not JSON";
  }
  if (!v.is(v.looseObject({}), body) || Array.isArray(body)) return "its body is not a JSON object";
  const { code, message } = body;
  if (typeof code === "number" && typeof message === "string") return [{ ...rest, code, message, body }];
  // A document says what it is of only where a mock answered it.
  if (rest.mark) return [{ ...rest, body }];
  return "its body has no code and message";
}

function fromName(name: string, phrase: string, rest: Rest): readonly Answer[] | string {
  const answers: Answer[] = [];
  let code: number | undefined;
  let unused: number | undefined;
  for (const line of linesOf(name)) {
    const status = /^HTTP Status Code *:? *(\d+)$/i.exec(line)?.[1];
    const named = /^Error Code *:? *(-?\d+)$/i.exec(line)?.[1];
    if (status !== undefined && Number(status) !== rest.status) {
      return `its name says HTTP ${status}, its code ${rest.status}`;
    }
    if (named !== undefined) {
      if (unused !== undefined) return noMessage(unused);
      code = Number(named);
      unused = code;
    } else if (status === undefined && line.toLowerCase() !== phrase.toLowerCase()) {
      answers.push({ ...rest, ...(code !== undefined && { code }), message: line });
      unused = undefined;
    }
  }
  if (unused !== undefined) return noMessage(unused);
  if (rest.status < 300 && code === undefined) return [rest];
  return answers.length > 0 ? answers : "its body is empty and its name has no message";
}

const noMessage = (code: number) => `its name has no message for error code ${code}`;

/** A name by lines, without markdown and HTML; each code on a line of its own. */
function linesOf(name: string): string[] {
  return name
    .replace(/<br *\/?>/gi, "\n")
    .replace(/[*`]/g, "")
    .replace(/((?:HTTP Status|Error) Code *:? *-?\d+)/gi, "\n$1\n")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
