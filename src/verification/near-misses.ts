import type { AnyOperation } from "../operations/operation.js";
import { unknownEndpoint } from "../operations/unknown-endpoint.js";
import { type JournalEntry, type KeptExchange, presented } from "../simulator/journal.js";
import { type NearOperation, nearOperations } from "./near-operations.js";

/** A request that no operation answered, and what it may have been meant for. */
export interface NearMiss {
  readonly request: JournalEntry;
  /** The nearest first; empty where nothing is near. */
  readonly operations: readonly NearOperation[];
}

/** Whether no operation answered: the mock itself refused, or the route is none of Zoom's. */
export const isUnmatched = ({ exchange: { refusal, operationId, outcome } }: KeptExchange): boolean =>
  refusal !== null || (operationId === null && outcome === unknownEndpoint.success);

/** What an unmatched request may have been meant for, and why it is none of it. */
export function nearMiss(kept: KeptExchange, operations: readonly AnyOperation[]): NearMiss {
  const { request, refusal } = kept.exchange;
  const near = nearOperations(request.method, request.url, operations).map(({ why, ...operation }) => ({
    ...operation,
    // The route is right, so that it was something else.
    why: why.length === 0 && refusal !== null ? [refusal] : why,
  }));
  return { request: presented(kept), operations: near };
}
