import type { LiveStreamStatusRequest } from "./livestream-status.js";
import type { RequestOptions } from "./request-parts.js";

/** How a client writes bodies. One that writes JSON sends forms to the operations that take nothing else. */
export type ContractEncoding = "multipart" | "json";

/** How an outcome is brought about: what the world is like, what is asked of it, and what is known of the answer. */
export interface Situation extends Pick<RequestOptions, "query" | "body" | "client"> {
  /** Tells it from the other situations with the same outcome. */
  readonly when?: string;
  /** A state of the catalogue. Without one, what the scenario holds does not matter. */
  readonly state?: string;
  /** What the state's parameters are, where not as in the catalogue. */
  readonly params?: Readonly<Record<string, string>>;
  /** What stands in the path instead of the state's id. */
  readonly id?: string;
  /** Of a command to a live stream. @default "start" */
  readonly action?: NonNullable<LiveStreamStatusRequest["action"]>;
  readonly token?: null;
  /** What the situation fixes of the answer's document; everything else is matched by kind. */
  readonly reply?: (params: Readonly<Record<string, string>>) => Readonly<Record<string, unknown>>;
}

/** The situations of operations, by operation and outcome. An outcome in more than one situation has a case for each. */
export type Situations = Readonly<Record<string, Readonly<Record<string, readonly Situation[]>>>>;
