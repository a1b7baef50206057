import type { Answer } from "./send.js";

/** What becomes of a delivery after an answer. */
export type Judgement =
  | { readonly outcome: "delivered" }
  | { readonly outcome: "retry" | "failed"; readonly reason: string };

/**
 * Whether a delivery arrived, is to be tried again, or is over. Source: developers.zoom.us, "Using webhooks",
 * notification delivery (2026-02): 200 or 204 at first and any 2xx after a retry are success; what is tried again is a
 * status from 500 on and a failure of the network, within which a late answer counts. What a first 201 means is not
 * documented: assumed to be no success that is not retried either.
 */
export function judge(answer: Answer, isRetry: boolean): Judgement {
  if ("error" in answer) return { outcome: "retry", reason: answer.error };
  const { status } = answer;
  if (status === 200 || status === 204 || (isRetry && status >= 200 && status < 300)) return { outcome: "delivered" };
  return { outcome: status >= 500 ? "retry" : "failed", reason: `it answered ${status}` };
}

const MINUTE = 60_000;

/** How long after an attempt the next one follows; nothing after the third retry. Measured for the first: 304 seconds. */
export const retryDelay = (retries: number): number | undefined => [5 * MINUTE, 20 * MINUTE, 60 * MINUTE][retries];
