import * as v from "valibot";
import { type FileProblem, InvalidFilesError } from "../../fixtures/invalid-files.js";
import { reasonOf } from "../../text/schema-issue.js";

/** One request of a collection with its saved examples. */
export interface SavedItem {
  /** The names of its folders and its own. */
  readonly where: string;
  readonly method: string;
  /** The parts of the path, as far as it is written out. */
  readonly path: readonly string[];
  readonly examples: readonly unknown[];
}

/** Something in a collection that could not be read. */
export interface NotRead {
  /** The item, and the example where one is meant. */
  readonly where: string;
  readonly reason: string;
}

/**
 * The requests of a collection, those in folders too, or the one request of a single item.
 *
 * @throws InvalidFilesError when it is neither.
 */
export function readItems(
  file: string,
  json: unknown,
  notRead: NotRead[],
): { readonly title: string; readonly items: readonly SavedItem[] } {
  const collection = v.safeParse(collectionSchema, json);
  if (collection.success) {
    const { info, item } = collection.output;
    return { title: `collection "${info.name}"`, items: item.flatMap((each) => walk(each, [], notRead)) };
  }
  const single = v.safeParse(itemSchema, json);
  if (single.success) return { title: "item", items: walk(json, [], notRead) };
  const problem: FileProblem = { file, reason: v.is(v.looseObject({ requests: v.any() }), json) ? OLD : NEITHER };
  throw new InvalidFilesError("the Postman collection", [problem]);
}

const NEITHER = "it is neither a Postman collection (v2) with `info` and `item`, nor one item with `request`";
const OLD = "it is a collection of format v1. Open it in Postman and export it as v2.1";

const collectionSchema = v.looseObject({
  info: v.looseObject({ name: v.optional(v.string(), "without a name") }),
  item: v.array(v.unknown()),
});

const folderSchema = v.looseObject({ name: v.optional(v.string(), ""), item: v.array(v.unknown()) });

const urlSchema = v.union([
  v.string(),
  v.looseObject({
    raw: v.optional(v.string(), ""),
    path: v.optional(v.union([v.string(), v.array(v.union([v.string(), v.looseObject({ value: v.string() })]))])),
  }),
]);

const itemSchema = v.looseObject({
  name: v.optional(v.string(), ""),
  request: v.union([v.string(), v.looseObject({ method: v.optional(v.string(), "GET"), url: urlSchema })]),
  response: v.optional(v.nullable(v.array(v.unknown()))),
});

function walk(json: unknown, folders: readonly string[], notRead: NotRead[]): SavedItem[] {
  const folder = v.safeParse(folderSchema, json);
  if (folder.success) {
    const inside = [...folders, folder.output.name];
    return folder.output.item.flatMap((each) => walk(each, inside, notRead));
  }
  const item = v.safeParse(itemSchema, json);
  if (!item.success) {
    const [issue] = item.issues;
    const where = [...folders, String((json as { name?: unknown } | null)?.name ?? "an item")].join(" / ");
    notRead.push({ where, reason: `it is no request: ${v.getDotPath(issue) ?? "item"}: ${reasonOf(issue)}` });
    return [];
  }
  const { name, request, response } = item.output;
  const { method, url } = typeof request === "string" ? { method: "GET", url: request } : request;
  const where = [...folders, name].join(" / ");
  return [{ where, method: method.toUpperCase(), path: pathOf(url), examples: response ?? [] }];
}

function pathOf(url: v.InferOutput<typeof urlSchema>): string[] {
  if (typeof url === "string") return segments(withoutHost(url));
  if (url.path === undefined) return segments(withoutHost(url.raw));
  if (typeof url.path === "string") return segments(url.path);
  return url.path.map((part) => (typeof part === "string" ? part : part.value));
}

const withoutHost = (url: string) => url.replace(/[?#].*$/, "").replace(/^(\w+:\/\/)?[^/]*/, "");

const segments = (path: string) => path.split("/").filter((part) => part !== "");
