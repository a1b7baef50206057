import type { Encoding } from "../simulator/exchange.js";

/** A text that a regular expression describes, as JSON says it. */
export interface TextPattern {
  readonly $match: string;
}

/** What must not have been sent. */
export interface Absent {
  readonly $absent: true;
}

/** What a parameter or header must be: a text (numbers and booleans are taken as theirs), a pattern, or nothing. */
export type ExpectedText = string | number | boolean | RegExp | TextPattern | Absent;

/** What a request must have been. All given members must hold; what is left out may be anything. */
export interface RequestExpectation {
  /** Zoom's operationId. */
  readonly operation?: string;
  /** Path parameters, as they were sent. */
  readonly params?: Readonly<Record<string, ExpectedText>>;
  /** Query parameters, as they were sent. */
  readonly query?: Readonly<Record<string, ExpectedText>>;
  /** A header's whole value, or one of several that commas separate, with or without its parameters. */
  readonly headers?: Readonly<Record<string, ExpectedText>>;
  /**
   * Part of the body, at every depth; lists are compared item by item. Form or JSON makes no difference. Instead of a
   * value there may be a regular expression (or `{ $match: "…" }`), or `{ $absent: true }` for what must not be there.
   */
  readonly body?: unknown;
  readonly encoding?: Encoding;
  /** How it was answered. */
  readonly outcome?: string;
  /** The HTTP status of the answer. */
  readonly status?: number;
}

/** How many requests there must have been. @default at least one */
export interface RequestCount {
  /** Exactly so many; goes without the other two. */
  readonly times?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** One thing about a request that is not as expected. */
export interface Difference {
  /** For example `body.settings.display_name`. */
  readonly field: string;
  /** Secrets are blacked out. */
  readonly expected: unknown;
  /** Left out when nothing was sent. */
  readonly found?: unknown;
}

/** A request that came near. */
export interface NearRequest {
  /** Its number in the journal. */
  readonly id: number;
  /** What it was and how it was answered, in a line. */
  readonly request: string;
  readonly differences: readonly Difference[];
  /** What is likely to have gone wrong, and what to do. */
  readonly reasons: readonly string[];
}

/** What a look through the journal has found. */
export interface Verification {
  readonly ok: boolean;
  /** All of it for people. */
  readonly message: string;
  /** The numbers of the requests that are as expected. */
  readonly matched: readonly number[];
  /** Where there are fewer than expected: those that came nearest, the nearest first. */
  readonly nearest: readonly NearRequest[];
}
