import type { JournalEntry } from "../simulator/journal.js";
import type { CoverageReport } from "../verification/coverage-report.js";
import type { RequestCount, RequestExpectation, Verification } from "../verification/expectation.js";
import type { Explanation } from "../verification/explain.js";
import type { NearMiss } from "../verification/near-misses.js";
import { ZoomMockVerificationError } from "../verification/verification-error.js";
import type { Call } from "./command.js";
import { clearCoverage, readCoverage } from "./coverage-commands.js";
import { explainRequest, listNearMisses, listUnmatched } from "./explanation-commands.js";
import { verify, verifyInOrder, type Waited, waitForRequest } from "./verification-commands.js";

/** Tells whether the client has sent what it should. */
export interface VerificationControl {
  /**
   * Resolves when the journal has as many requests as expected (at least one, unless a count is given).
   *
   * @throws ZoomMockVerificationError with what came near and why it is another; ZoomMockControlError with status 400
   *   when no request can ever be as expected, because there is no such operation, for example.
   */
  verify(expectation: RequestExpectation & RequestCount): Promise<Verification>;
  /**
   * Resolves when the journal has the requests one after the other, whatever came between.
   *
   * @throws ZoomMockVerificationError with the first that is missing.
   */
  verifyInOrder(expectations: readonly RequestExpectation[]): Promise<Verification>;
  /**
   * Which operations, outcomes, encodings, webhooks and faults the client has met, in all universes and over all resets,
   * and which never.
   *
   * @throws ZoomMockControlError with status 400 when there is none of a name that is to be ignored.
   */
  coverage(options?: CoverageOptions): Promise<CoverageReport>;
  /** Begins to count anew. */
  clearCoverage(): Promise<void>;
}

/** What counts as covered. */
export interface CoverageOptions {
  /**
   * What the client need not meet: outcomes, events, circumstances of webhooks, kinds of faults.
   * @default none
   * @example ["rateLimitPerDay", "meeting.created", "alteredBody", "slowBody"]
   */
  readonly ignore?: readonly string[];
}

/** Tells of single requests. */
export interface RequestExplanation {
  /**
   * Resolves to the first request that is as expected: one that was received already, or the next one.
   *
   * @param options `timeout` in milliseconds of real time, at most four minutes. @default 2000
   * @throws ZoomMockVerificationError when there is none in time; ZoomMockControlError with status 410 when the mock is
   *   closed, or the universe deleted, before.
   */
  waitFor(expectation: RequestExpectation, options?: { readonly timeout?: number }): Promise<JournalEntry>;
  /** What no operation answered, because the mock itself refused it or Zoom has no such route. */
  unmatched(): Promise<JournalEntry[]>;
  /** The same with the operations that each may have been meant for, and why it is none of them. */
  nearMisses(): Promise<NearMiss[]>;
  /**
   * Why a request was answered as it was, how that is known, and what would have to change.
   *
   * @param id Its number in the journal.
   * @throws ZoomMockControlError with status 404 when the journal has none with the number.
   */
  explain(id: number): Promise<Explanation>;
}

/** The methods over what carries commands. */
export const createVerificationClient = (call: Call): VerificationControl => ({
  verify: async (expectation) => verified(await call<Verification>(verify, { body: asJson(expectation) })),
  verifyInOrder: async (requests) =>
    verified(await call<Verification>(verifyInOrder, { body: { requests: asJson(requests) } })),
  coverage: ({ ignore } = {}) => call(readCoverage, ignore && ignore.length > 0 ? { ignore: ignore.join(",") } : {}),
  clearCoverage: () => call(clearCoverage),
});

/** The same for what is told of single requests. */
export const createRequestExplanation = (call: Call): RequestExplanation => ({
  waitFor: async (expectation, options = {}) => {
    const body = { ...(asJson(expectation) as object), ...options };
    const waited = await call<Waited>(waitForRequest, { body });
    if (waited.request) return waited.request;
    const { ok, message, matched, nearest } = waited;
    throw new ZoomMockVerificationError({ ok, message, matched, nearest });
  },
  unmatched: async () => (await call<{ requests: JournalEntry[] }>(listUnmatched)).requests,
  nearMisses: async () => (await call<{ requests: NearMiss[] }>(listNearMisses)).requests,
  explain: (id) => call(explainRequest, { id }),
});

function verified(verification: Verification): Verification {
  if (verification.ok) return verification;
  throw new ZoomMockVerificationError(verification);
}

/** Writes regular expressions as JSON can say them; what has no JSON would be no expectation at all, and is refused. */
function asJson(expected: unknown): unknown {
  if (expected instanceof RegExp) return { $match: inlined(expected) };
  if (Array.isArray(expected)) return expected.map(asJson);
  if (typeof expected !== "object" || expected === null) return expected;
  if ("asymmetricMatch" in expected) {
    throw new TypeError(
      `Failed to verify: ${String(expected)} is a function, which cannot be sent to the mock. Use a regular expression or { $match: "…" }.`,
    );
  }
  return Object.fromEntries(Object.entries(expected).map(([name, member]) => [name, asJson(member)]));
}

/** The source of an expression; of its flags only those count that JSON's form has. */
function inlined({ source, flags }: RegExp): string {
  if (flags.replace(/[uvgd]/g, "") === "") return source;
  throw new TypeError(`Failed to verify: /${source}/${flags} has flags. Write it without, for example as [Aa].`);
}
