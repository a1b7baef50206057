/** How long something lasts. An AbortSignal would warn of a leak where many wait at once. */
export interface Lifetime {
  /** Why it has ended; nothing as long as it lasts. */
  readonly ended: string | undefined;
  /** Calls the listener when it ends, unless the returned function was called before. */
  onEnd(listener: () => void): () => void;
}

/** A lifetime, and the way to end it. */
export function createLifetime(): Lifetime & { end(why: string): void } {
  const listeners = new Set<() => void>();
  let ended: string | undefined;
  return {
    get ended() {
      return ended;
    },
    onEnd: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    end: (why) => {
      ended ??= why;
      for (const listener of [...listeners]) listener();
      listeners.clear();
    },
  };
}
