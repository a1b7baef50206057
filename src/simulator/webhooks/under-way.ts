/** Work that nobody waits for at once: whoever wants to know that it is done asks here. */
export interface UnderWay {
  track<Value>(work: Promise<Value>): Promise<Value>;
  /** How many works are under way now. */
  readonly count: number;
  /** Does the job once those before it with the same key are done. */
  inTurn<Value>(key: string, job: () => Promise<Value>): Promise<Value>;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const works = new Set<Promise<unknown>>();
  const queues = new Map<string, Promise<unknown>>();
  const track = <Value>(work: Promise<Value>) => {
    const done = () => void works.delete(work);
    works.add(work);
    work.then(done, done);
    return work;
  };
  return {
    track,
    get count() {
      return works.size;
    },
    inTurn: (key, job) => {
      const turn = (queues.get(key) ?? Promise.resolve()).then(job, job);
      queues.set(key, turn);
      const leave = () => void (queues.get(key) === turn && queues.delete(key));
      turn.then(leave, leave);
      return track(turn);
    },
    idle: async () => {
      while (works.size > 0) await Promise.allSettled(works);
    },
  };
}
