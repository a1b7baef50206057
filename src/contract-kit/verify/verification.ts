/** What came of a verification. It is given also when contracts are broken; only what could not be verified is thrown. */
export interface PactVerification {
  /** Whether nothing failed. */
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
  /** How many failed that the contract or the broker marks as pending; they do not count as failed. */
  readonly pending: number;
  /** In the order of the pacts; never empty. */
  readonly interactions: readonly VerifiedInteraction[];
}

/** One request of a contract, played against the mock, or one message that the mock was made to send. */
export interface VerifiedInteraction {
  readonly consumer: string;
  readonly description: string;
  /** The names of the provider states that it was given. */
  readonly states: readonly string[];
  /** The pact's file, or the broker it came from. */
  readonly pact: string;
  readonly ok: boolean;
  /** Whether a failure does not count, because it is work in progress. */
  readonly pending: boolean;
  /** What is wrong; empty when `ok`. */
  readonly mismatches: readonly PactMismatch[];
  /** What the OpenAPI document does not forbid, but does not know either. */
  readonly warnings: readonly string[];
}

/** One difference between what a contract expects and what there is. */
export interface PactMismatch {
  /**
   * Where: `header` also in a message's metadata, `state` when a provider state could not be set up, `openapi` when the
   * static check found it.
   */
  readonly kind: "status" | "header" | "body" | "state" | "openapi" | "other";
  /** The header's name, or the path in the body, for example `$.code`. */
  readonly path?: string;
  /** One sentence for people. */
  readonly message: string;
  readonly expected?: unknown;
  readonly actual?: unknown;
}

/** Counts what came of the interactions. */
export function summarized(interactions: readonly VerifiedInteraction[]): PactVerification {
  const passed = interactions.filter(({ ok }) => ok).length;
  const pending = interactions.filter((interaction) => !interaction.ok && interaction.pending).length;
  const failed = interactions.length - passed - pending;
  return { ok: failed === 0, passed, failed, pending, interactions };
}
