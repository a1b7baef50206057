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

/** How an answer is to go wrong on the way, where a fault says so. */
export interface Delivery {
  /** `slow`: the body in pieces; `twice`: one answer after the other; `cut` and `reset`: the connection is reset in its middle or before it. */
  readonly manner: "whole" | "slow" | "twice" | "cut" | "reset";
  /** Real time before the answer; of a slow one, over which its body is spread. */
  readonly milliseconds: number;
}

/** What a fault did to an answer. */
export interface FaultMark {
  /** The planned fault; `null`: the request itself asked for it. */
  readonly id: number | null;
  /** The kind or the outcome; `error` is one of choice. */
  readonly name: string;
  /** Whether the operation was performed all the same. */
  readonly performed: boolean;
}

/** What goes back on the wire, and why. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly outcome: string;
  readonly evidence: Evidence;
  readonly delivery?: Delivery;
}

/** A request with its answer, as the journal keeps it. */
export interface Exchange {
  readonly request: ZoomRequest;
  /** `null` when no operation has the route. */
  readonly operationId: string | null;
  /** 0: a fault left the request without an answer. */
  readonly status: number;
  /** `null` when the mock itself refused. */
  readonly outcome: string | null;
  readonly evidence: Evidence | null;
  readonly profile: string;
  /** Whether the outcome was asked for with a Prefer header. */
  readonly preferred: boolean;
  /** The fault that the answer is due to, where one was planned or asked for. */
  readonly fault?: FaultMark;
  /** Why the mock itself refused. */
  readonly refusal: string | null;
  readonly before: LiveStreamStatus | null;
  readonly after: LiveStreamStatus | null;
  readonly events: readonly Announcement[];
}
