import type { ZoomMockControl } from "../control/control-client.js";
import { lineOf } from "../mock/request-log.js";
import type { JournalEntry } from "../simulator/journal.js";

/** Why a test, or whatever sent them, may have failed: the requests that were refused, each with the reason; nothing when there were none. */
export async function refusedRequests({ requests }: ZoomMockControl, whose = "this test"): Promise<string | undefined> {
  const refused = (await requests.list()).filter(isRefused);
  if (refused.length === 0) return undefined;
  const one = refused.length === 1 ? "a request" : `${refused.length} requests`;
  return [`zoom-mock refused ${one} of ${whose}:`, ...refused.map(lineOf)].join("\n  ");
}

/** Zoom's description of 2021 refuses with 300 too; the other statuses below 400 redirect. 0: a fault left no answer. */
const isRefused = ({ status }: JournalEntry): boolean => status === 0 || status === 300 || status >= 400;
