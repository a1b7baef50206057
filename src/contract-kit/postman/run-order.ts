import type { AnyOperation } from "../../operations/operation.js";

/**
 * The operations by tag, in an order in which a collection can be run from its first request to its last: what is there
 * is streamed and read before it is ended and deleted. Tags and, among the like, operations keep the order of the list.
 */
export function inRunOrder(operations: readonly AnyOperation[]): ReadonlyMap<string, readonly AnyOperation[]> {
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  const ordered = [...tags].sort((one, other) => Number(deletes(one)) - Number(deletes(other)));
  return new Map(ordered.map((tag) => [tag, operations.filter((each) => each.tag === tag).sort(byStage)]));

  function deletes(tag: string): boolean {
    return operations.some((operation) => operation.tag === tag && operation.method === "DELETE");
  }
}

/** Created, read, changed, ended, deleted. */
const STAGES: Readonly<Record<AnyOperation["method"], number>> = { POST: 0, GET: 1, PATCH: 1, PUT: 2, DELETE: 3 };

const byStage = (one: AnyOperation, other: AnyOperation): number => STAGES[one.method] - STAGES[other.method];
