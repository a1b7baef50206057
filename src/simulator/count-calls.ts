import type { AnyDecision } from "../operations/operation.js";
import type { Allowance, Limiter } from "./limiter.js";
import type { PreparedOperation } from "./prepared-operation.js";
import type { Transaction } from "./transaction.js";
import type { Universe } from "./universe.js";

/** Asks the account's plan. OAuth's own operations count nowhere. */
export const takeCall = (
  { operation, knows }: PreparedOperation,
  accountId: string,
  { limiter, clock }: Universe,
): Allowance | undefined =>
  operation.rateLimit === null ? undefined : limiter.take(accountId, operation.rateLimit, clock.now(), knows);

/** Counts what a request creates or updates for its host: once, however often the commit is tried. */
export function updateOnce(limiter: Limiter) {
  let counted = false;
  return ({ hostOfPut }: Transaction, now: number): AnyDecision | undefined => {
    const host = hostOfPut();
    if (counted || host === undefined) return undefined;
    counted = true;
    return limiter.takeUpdate(host, now);
  };
}
