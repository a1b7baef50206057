import type { ZoomMockControl } from "../control/control-client.js";

/** What a test planned and did not meet: then it may not have tested what it says. Nothing when there is nothing. */
export async function pendingFaults({ faults }: ZoomMockControl): Promise<string | undefined> {
  const pending = await faults.pending();
  if (pending.length === 0) return undefined;
  const some = pending.length === 1 ? "a planned fault" : `${pending.length} planned faults`;
  return [`zoom-mock still had ${some} at the end of this test:`, ...pending.map(({ summary }) => summary)].join(
    "\n  ",
  );
}
