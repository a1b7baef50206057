import { type Duration, milliseconds } from "./duration.js";

/** What is known of a kind of fault. */
interface FaultKindDescription {
  /**
   * Whether the operation is performed unless the plan says otherwise. Where the fault has an answer of its own, or none
   * at all, it is not; where it spoils the operation's answer, it is.
   */
  readonly performed: boolean;
  readonly meaning: string;
}

/** What can go wrong besides an answer of Zoom's. */
export const FAULT_KINDS = {
  internalError: { performed: false, meaning: "HTTP 500 in the shape of Zoom's errors" },
  badGateway: { performed: false, meaning: "HTTP 502 in the shape of Zoom's errors" },
  serviceUnavailable: { performed: false, meaning: "HTTP 503 in the shape of Zoom's errors" },
  delay: { performed: true, meaning: "the answer comes late" },
  slowBody: { performed: true, meaning: "the head comes at once, the body in pieces" },
  resetBefore: { performed: false, meaning: "the connection is reset before a byte of the answer" },
  resetMidway: { performed: true, meaning: "the connection is reset in the middle of the answer" },
  brokenJson: { performed: true, meaning: "the body ends in the middle, although the answer is complete" },
  emptyBody: { performed: true, meaning: "the body has no byte, although its content type says JSON" },
  wrongContentType: { performed: true, meaning: "the body is as ever, its content type says HTML" },
  duplicate: { performed: true, meaning: "the answer stands on the connection twice" },
} as const satisfies Readonly<Record<string, FaultKindDescription>>;

/** What can go wrong besides an answer of Zoom's. */
export type FaultKind = keyof typeof FAULT_KINDS;

/** An error in the shape of Zoom's, of a test's choice. */
export interface FaultError {
  /** HTTP status. */
  readonly status: number;
  readonly code: number;
  readonly message: string;
  /** Sent besides those of every answer: `{ "retry-after": "1" }`, for example. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Which requests a fault strikes, and how. */
interface FaultScope {
  /** Zoom's operationId. Without one, every operation is meant. */
  readonly operation?: string;
  /** Path parameters, by name: only requests that have these values are meant. */
  readonly params?: Readonly<Record<string, string>>;
  /** How many requests it strikes: 1, or with a probability as many as there are. */
  readonly times?: number;
  /** Strikes each request that is meant with this probability, from 0 to 1; which ones, the seed alone decides. */
  readonly probability?: number;
  /** From 0 to 4294967295; 0 unless it is given. */
  readonly seed?: number;
  /** Real time before the answer, a minute at most. Of a slow body, how long it takes. */
  readonly delay?: Duration;
  /** Whether the operation is performed although its answer goes wrong. What holds without it depends on the kind. */
  readonly performed?: boolean;
}

/** Something that is to go wrong: an outcome of the operation, an error of choice, or one of the kinds. */
export type FaultPlan = FaultScope &
  (
    | { readonly outcome: string; readonly error?: never; readonly kind?: never }
    | { readonly error: FaultError; readonly outcome?: never; readonly kind?: never }
    | { readonly kind: FaultKind; readonly outcome?: never; readonly error?: never }
  );

/** The longest delay, in milliseconds: no client of a test waits longer. */
export const LONGEST_DELAY = 60_000;

/** What `delay` and `slowBody` take where the plan does not say, in milliseconds. */
const USUAL_DELAY = 1_000;

/** The kind or the outcome; of an error of choice, that it is one. */
export const faultName = ({ kind, outcome }: FaultPlan): string => kind ?? outcome ?? "error";

/** Whether the operation is performed. */
export const isPerformed = ({ kind, performed }: FaultPlan): boolean =>
  performed ?? (kind !== undefined && FAULT_KINDS[kind].performed);

/** In milliseconds. */
export const delayOf = ({ kind, delay }: FaultPlan): number =>
  milliseconds(delay ?? (kind === "delay" || kind === "slowBody" ? USUAL_DELAY : 0));

/** How many requests it strikes; `null`: as many as there are. */
export const timesOf = ({ times, probability }: FaultPlan): number | null =>
  times ?? (probability === undefined ? 1 : null);

export const isFaultKind = (name: string): name is FaultKind => Object.hasOwn(FAULT_KINDS, name);
