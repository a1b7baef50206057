import type { AnyOperation } from "../operations/operation.js";
import type { Exchange } from "./exchange.js";
import type { DeliveryEntry } from "./webhooks/delivery-entry.js";

/** Told of every request and every delivery, whatever universe it is of. */
export interface Observer {
  /** A request is in the journal. */
  readonly exchange: (exchange: Exchange) => void;
  /** An answer is written, and how long it took. */
  readonly answered: (operation: AnyOperation, milliseconds: number) => void;
  /** A delivery was sent, by one request or more. */
  readonly sent: (entries: readonly DeliveryEntry[]) => void;
}
