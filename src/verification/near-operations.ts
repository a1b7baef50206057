import type { AnyOperation } from "../operations/operation.js";
import { nearest } from "../text/nearest.js";

/** An operation that a request may have been meant for. */
export interface NearOperation {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** What would have to change for the request to be one of it. */
  readonly why: readonly string[];
}

/** The operations whose route is nearest to a request's, the nearest first. */
export function nearOperations(method: string, url: string, operations: readonly AnyOperation[]): NearOperation[] {
  const path = (url.split("?", 1)[0] ?? "").replace(/^\/u\/[^/]+(?=\/|$)/, "");
  const byCost = operations
    .map((operation) => ({ operation, ...compared(method, path, operation) }))
    .sort((a, b) => a.cost - b.cost);
  const best = byCost[0]?.cost ?? TOO_FAR;
  return byCost
    .filter(({ cost }) => cost < TOO_FAR && cost <= best + FURTHER)
    .slice(0, MOST)
    .map(({ operation: { id, method, path }, why }) => ({ operation: id, method, path, why }));
}

const MOST = 3;
/** Two segments that are others, or one and the method. */
const TOO_FAR = 2;
/** How much further than the nearest one another may be to be told of. */
const FURTHER = 0.6;

function compared(method: string, path: string, operation: AnyOperation): { cost: number; why: string[] } {
  const why: string[] = [];
  let cost = 0;
  const note = (reason: string, price: number) => {
    why.push(reason);
    cost += price;
  };
  const wanted = operation.path.split("/").slice(1);
  let sent = path.split("/").slice(1);
  if (sent.at(-1) === "") sent = sent.slice(0, -1);
  if (sent.includes("")) {
    // An empty segment in the place of an id is an id that is missing, which the operation itself answers.
    sent = sent.filter((segment) => segment !== "");
    note("a slash stands there twice: does the base URL end with one?", 0.3);
  }
  if (sent[0] === "v2" && sent[1] === "v2") {
    sent = sent.slice(1);
    note("/v2 stands there twice: the base URL has it already", 0.3);
  } else if (wanted[0] === "v2" && sent[0] !== "v2") {
    sent = ["v2", ...sent];
    note("/v2 is missing at the beginning: the base URL of Zoom's API ends with it", 0.3);
  }
  if (method !== operation.method) note(`the method is ${operation.method}, not ${method}`, 0.5);
  wanted.forEach((segment, index) => {
    const found = sent[index];
    if (found === undefined) note(`/${segment} is missing at the end`, 0.9);
    else if (!segment.startsWith("{") && found !== segment) {
      const near = nearest(found, [segment], 1).length > 0;
      const isSameButCase = found.toLowerCase() === segment.toLowerCase();
      const price = isSameButCase ? 0.2 : near ? 0.5 : 1;
      note(`it is /${segment}, not /${found}${isSameButCase ? ": paths are case-sensitive" : ""}`, price);
    }
  });
  const extra = sent.slice(wanted.length);
  if (extra.length > 0) note(`/${extra.join("/")} at the end is too much`, 0.9 * extra.length);
  return { cost, why };
}
