import type { Evidence } from "../domain/evidence.js";
import type { LiveStreamStatus } from "../domain/livestream.js";
import type { CommonOutcome } from "../operations/common-outcomes.js";
import type { FixtureValue } from "../operations/operation.js";
import type { Diagnosis } from "./diagnosis.js";
import type { Announcement } from "./transaction.js";

/** How a body was written. `none`: there was no body. */
export type Encoding = "json" | "multipart" | "urlencoded" | "other" | "none";

/** A body after parsing. */
export interface RequestBody {
  readonly encoding: Encoding;
  /** In bytes. */
  readonly size: number;
  /** `undefined` when there was none, or when it could not be understood. */
  readonly value: unknown;
  readonly diagnoses: readonly Diagnosis[];
  /** How the request ends if the body cannot be taken as it is. */
  readonly refusal?: { readonly outcome: CommonOutcome; readonly values?: Readonly<Record<string, FixtureValue>> };
}

/** A request as the simulator sees it: parts that never mix. */
export interface ZoomRequest {
  readonly method: string;
  /** The path with the query, as it was sent. */
  readonly url: string;
  /** Path parameters as they were sent; empty when the path has none. */
  readonly params: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: RequestBody;
}

/** What goes back on the wire, and why. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly outcome: string;
  readonly evidence: Evidence;
}

/** A request with its answer, as the journal keeps it. */
export interface Exchange {
  readonly request: ZoomRequest;
  /** `null` when no operation has the route. */
  readonly operationId: string | null;
  readonly status: number;
  /** `null` when the mock itself refused. */
  readonly outcome: string | null;
  readonly evidence: Evidence | null;
  readonly profile: string;
  /** Whether the outcome was asked for with a Prefer header. */
  readonly preferred: boolean;
  /** Why the mock itself refused. */
  readonly refusal: string | null;
  readonly before: LiveStreamStatus | null;
  readonly after: LiveStreamStatus | null;
  readonly events: readonly Announcement[];
}
