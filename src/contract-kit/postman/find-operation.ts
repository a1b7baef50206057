import type { AnyOperation } from "../../operations/operation.js";
import type { SavedItem } from "./read-items.js";
import { VERSION } from "./request.js";

/** The operation that a request is for: by its method and path, with Zoom's version or without. */
export function findOperation(
  { method, path }: SavedItem,
  operations: readonly AnyOperation[],
): AnyOperation | undefined {
  return operations.find((operation) => operation.method === method && hasPath(operation, path));
}

function hasPath(operation: AnyOperation, path: readonly string[]): boolean {
  const wanted = operation.path.split("/").slice(operation.path.startsWith(`${VERSION}/`) ? 2 : 1);
  const before = path.slice(0, -wanted.length);
  const after = path.slice(-wanted.length);
  return (
    after.length === wanted.length &&
    wanted.every((part, index) => part.startsWith("{") || part === after[index]) &&
    (before.length === 0 || `/${before.at(-1)}` === VERSION)
  );
}
