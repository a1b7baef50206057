import type { KeptExchange } from "../simulator/journal.js";
import { redactedUrl } from "../simulator/redact.js";

/** A request with its answer in a line, for messages. */
export function requestLine({ exchange }: KeptExchange): string {
  const { request, status, outcome, preferred, fault } = exchange;
  const by = fault ? ` (by fault ${fault.name})` : preferred ? " (by Prefer)" : "";
  const how = outcome === null ? "refused by zoom-mock" : `${outcome}${by}`;
  return `${request.method} ${redactedUrl(request.url)} → ${status || "no answer:"} ${how}`;
}
