import type { Universe } from "../simulator/universe.js";
import { ZoomMockControlError } from "./command.js";

/**
 * Waits in real time, on a frozen clock too, and no longer than there is a universe.
 *
 * @param wait Resolves to what was waited for, or to `undefined` once its signal is aborted.
 * @throws ZoomMockControlError with status 410 when the universe has gone before.
 */
export async function waitWithin<Found>(
  { lifetime }: Universe,
  milliseconds: number,
  wait: (signal: AbortSignal) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  const over = new AbortController();
  const end = () => over.abort();
  const timer = setTimeout(end, milliseconds);
  const forget = lifetime.onEnd(end);
  try {
    if (lifetime.ended !== undefined) end();
    const found = await wait(over.signal);
    if (found !== undefined || lifetime.ended === undefined) return found;
    throw new ZoomMockControlError(410, `Failed to wait: ${lifetime.ended}. Let all waits end first.`);
  } finally {
    clearTimeout(timer);
    forget();
  }
}
