import type { AnyOperation } from "../operations/operation.js";
import type { Exchange } from "./exchange.js";

/** Told of every request, whatever universe it is of. */
export interface RequestObserver {
  /** A request is in the journal. */
  readonly exchange: (exchange: Exchange) => void;
  /** An answer is written, and how long it took. */
  readonly answered: (operation: AnyOperation, milliseconds: number) => void;
}
