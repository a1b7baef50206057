import { readFileSync } from "node:fs";
import { OpenAPIBackend, SetMatchType } from "openapi-backend";
import type { OpenAPIV3_1 } from "openapi-types";
import { readXml } from "./xml.js";

/** The committed description of what the mock answers. */
export const document = JSON.parse(
  readFileSync(new URL("../../contracts/openapi.json", import.meta.url), "utf8"),
) as OpenAPIV3_1.Document;

const backend = new OpenAPIBackend({ definition: structuredClone(document), quick: true });
const ready = backend.init();

/** What the document tells of the outcomes behind a status. */
const outcomesOf = (response: OpenAPIV3_1.ResponseObject) =>
  (response as { readonly "x-outcomes"?: readonly { readonly "x-empty"?: boolean }[] })["x-outcomes"] ?? [];

/** What every HTTP answer may carry besides what the document lists. */
const TRANSPORT = ["connection", "content-length", "content-type", "date", "keep-alive", "transfer-encoding"];

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Compares an answer with the document, by a validator that knows nothing of our code.
 *
 * @returns Every deviation: an undocumented status, header or body; nothing when the answer keeps the contract.
 */
export async function deviations(method: string, path: string, { status, headers, body }: Answer): Promise<string[]> {
  await ready;
  const operation = backend.matchOperation({
    method,
    path: path.replace(/(meetings|webinars)(\/?\/)livestream/, "$1/missing/livestream"),
    headers: {},
  });
  const documented = operation?.responses?.[status];
  if (!operation || !documented || "$ref" in documented)
    return [`${method} ${path} has no documented status ${status}`];
  const own = Object.fromEntries(Object.entries(headers).filter(([name]) => !TRANSPORT.includes(name)));
  const known = documented.headers ?? {};
  const unknown = Object.keys(own).filter((name) => !(name in known));
  // The validator takes every documented header for a required one; whether it is, is asked here.
  const missing = Object.entries(known).flatMap(([name, header]) =>
    "required" in header && header.required && !(name in own) ? [name] : [],
  );
  const problems = [
    ...unknown.map((name) => `${status} has no documented header ${name}`),
    ...missing.map((name) => `${status} lacks the required header ${name}`),
  ];
  const types = Object.keys(documented.content ?? {});
  const type = headers["content-type"]?.split(";")[0];
  const mayBeEmpty = types.length === 0 || outcomesOf(documented).some((outcome) => outcome["x-empty"]);
  if (type === undefined ? !mayBeEmpty || body !== "" : !types.includes(type)) {
    problems.push(`${status} comes as ${type ?? "nothing"}, documented is ${types.join(", ") || "nothing"}`);
  }
  const parsed = type === "application/xml" ? readXml(body) : body === "" ? undefined : JSON.parse(body);
  const results = [
    ...(parsed === undefined ? [] : [backend.validateResponse(parsed, operation, status)]),
    backend.validateResponseHeaders(own, operation, { statusCode: status, setMatchType: SetMatchType.Any }),
  ];
  for (const { errors } of results)
    for (const error of errors ?? []) problems.push(`${error.instancePath} ${error.message}`);
  return problems;
}
