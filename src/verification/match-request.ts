import type { KeptExchange } from "../simulator/journal.js";
import { differences, isObject, type RawDifference } from "./differences.js";
import type { RequestExpectation } from "./expectation.js";

/** In what a request is not as expected; empty when it is. */
export function mismatches(expectation: RequestExpectation, { exchange }: KeptExchange): RawDifference[] {
  const { request } = exchange;
  const found = {
    operation: exchange.operationId ?? undefined,
    encoding: request.body.encoding,
    outcome: exchange.outcome ?? undefined,
    status: exchange.status,
    body: request.body.value,
  };
  const named = (["operation", "encoding", "outcome", "status", "body"] as const).flatMap((name) =>
    expectation[name] === undefined ? [] : differences(expectation[name], found[name], [name]),
  );
  const { params = {}, query = {}, headers = {} } = expectation;
  return [
    ...named,
    ...differences(asTexts(params), request.params, ["params"]).filter(isNamed),
    ...differences(asTexts(query), queryOf(request.url), ["query"]).filter(isNamed),
    ...headerMismatches(asTexts(headers), request.headers),
  ];
}

/** What is left out may be anything, also where nothing at all was sent. */
const isNamed = ({ path }: RawDifference): boolean => path.length > 1;

/** Paths, queries and headers hold texts only. */
const asTexts = (expected: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, isObject(value) ? value : String(value)]));

/** The parameters of the query; of one that is sent twice, the last. */
const queryOf = (url: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(url.includes("?") ? url.slice(url.indexOf("?") + 1) : ""));

function headerMismatches(
  expected: Readonly<Record<string, unknown>>,
  sent: Readonly<Record<string, string | readonly string[] | undefined>>,
): RawDifference[] {
  return Object.entries(expected).flatMap(([name, value]) => {
    const header = sent[name.toLowerCase()];
    const found = header === undefined ? undefined : String(header);
    const values = [found, ...itemsOf(found ?? "")];
    const path = ["headers", name.toLowerCase()];
    return values.some((each) => differences(value, each).length === 0) ? [] : [{ path, expected: value, found }];
  });
}

/** `text/html;q=0.9, application/json` holds both types, with and without what is said about them. */
const itemsOf = (header: string): string[] =>
  header
    .split(",")
    .flatMap((item) => [item.trim(), item.split(";", 1)[0]?.trim() ?? ""])
    .filter((item) => item !== "");
