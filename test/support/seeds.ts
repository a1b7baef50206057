import { readFileSync } from "node:fs";

/** One of the documents the project came from: a generated sample, a curl line and a Postman item with its responses. */
export interface Seed {
  readonly operation: string;
  readonly path: string;
  /** The curl command in one line, as the document has it. */
  readonly curl: string;
  /** The fields of the Postman item's form. */
  readonly fields: readonly { readonly key: string; readonly value: string }[];
  readonly responses: readonly SeedResponse[];
}

/** One documented answer; `code` and `message` are absent where the document has none. */
interface SeedResponse {
  readonly status: number;
  readonly code?: number;
  readonly message?: string;
}

export const SEEDS: readonly Seed[] = [
  readSeed("meeting-livestream-status.asp.txt", "meetingLiveStreamStatusUpdate", "meetings"),
  readSeed("webinar-livestream-status.delphi.txt", "webinarLiveStreamStatusUpdate", "webinars"),
];

interface PostmanItem {
  readonly request: { readonly body: { readonly formdata: Seed["fields"] } };
  readonly response: readonly { readonly name: string; readonly code: number }[];
}

function readSeed(file: string, operation: string, kind: string): Seed {
  const text = readFileSync(new URL(`../seeds/${file}`, import.meta.url), "utf8");
  const curl = /^curl -X PATCH[\s\S]*?https:\S+$/m.exec(text)?.[0].replace(/\s*\r?\n\s*/g, " ") ?? "";
  const json = text.slice(text.indexOf("{", text.indexOf("Postman Collection Item JSON")));
  const item = JSON.parse(json) as PostmanItem;
  return {
    operation,
    path: `${kind}/68423085`,
    curl,
    fields: item.request.body.formdata,
    responses: item.response.flatMap(({ name, code }) => documentedAnswers(name, code)),
  };
}

/** The codes and messages that stand in the name of a saved response. */
function documentedAnswers(name: string, status: number): SeedResponse[] {
  const lines = name
    .replace(/<br>/g, "\n")
    .replace(/[*`]/g, "")
    .replace(/HTTP Status Code: *\d+( *Bad Request)?/g, "")
    .replace(/Error Code: *(\d+)/g, "\nError Code: $1\n")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (status === 204) return [{ status }];
  const answers: SeedResponse[] = [];
  let code: number | undefined;
  for (const line of lines) {
    const named = /^Error Code: (\d+)$/.exec(line);
    if (named) code = Number(named[1]);
    else answers.push({ status, ...(code !== undefined && { code }), message: line });
  }
  return answers;
}
