import type { Universe } from "./universe.js";

/** The universes of one mock. */
export interface Universes {
  /** The one for requests that name none. */
  readonly default: Universe;
}
