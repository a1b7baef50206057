import type { FeedEntry, SubscribeOptions } from "../../src/index.js";

/** Keeps what a subscription tells, for a test that waits for it. */
export function collector() {
  const entries: FeedEntry[] = [];
  const waiting = new Set<() => void>();
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const options = { onEnd: () => end() } satisfies SubscribeOptions;
  const listener = (entry: FeedEntry) => {
    entries.push(entry);
    for (const look of waiting) look();
  };
  /** All that was told, once it is so many. */
  const seen = (count: number) =>
    new Promise<readonly FeedEntry[]>((resolve) => {
      const look = () => {
        if (entries.length < count) return;
        waiting.delete(look);
        resolve(entries);
      };
      waiting.add(look);
      look();
    });
  return { listener, options, ended, seen };
}

export const types = (entries: readonly FeedEntry[]): string[] => entries.map(({ type }) => type);
