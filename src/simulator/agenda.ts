import TinyQueue from "tinyqueue";
import type { Clock } from "../domain/clock.js";

/** Something that is to happen by itself at a time of the universe's clock. */
export interface Task {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Who put it there, and may replace it: `sessions`, for example. */
  readonly owner: string;
  /** Does it, if it is still to be done; and tells what was done. */
  readonly run: () => Promise<RanTask | undefined>;
}

/** Something that happened by itself. */
export interface RanTask {
  /** ISO 8601, the time for which it stood on the agenda. */
  readonly at: string;
  /** What it was: `start` or `end`, for example. */
  readonly task: string;
  readonly kind: string;
  readonly id: string;
}

/** What is to happen by itself, the earliest first; of the same time what was added first. Nothing here waits. */
export interface Agenda {
  add(task: Task): void;
  /** Takes all tasks of an owner off, and puts others on. */
  replace(owner: string, tasks: readonly Task[]): void;
  clear(): void;
  /** Costs the same however much there is. */
  isDue(): boolean;
  /** When the first of it is to happen, in milliseconds since the epoch; nothing when there is nothing. */
  next(): number | undefined;
  /** Lets what is due happen, in its order. Who comes meanwhile waits for the same. */
  settle(): Promise<void>;
  /** Calls the listener when what is first may be another, and not while it is being settled. */
  onChange(listener: () => void): void;
  /** Tells the listener what has happened, whoever settled it, until the returned function is called. */
  onRan(listener: (task: RanTask) => void): () => void;
}

interface Entry extends Task {
  readonly order: number;
}

/** An agenda in a priority queue. */
export function createAgenda(clock: Pick<Clock, "now">): Agenda {
  let queue = new TinyQueue<Entry>([], inOrder);
  let added = 0;
  let settling: Promise<void> | undefined;
  const changeListeners: (() => void)[] = [];
  const ranListeners = new Set<(task: RanTask) => void>();

  const numbered = (task: Task): Entry => {
    added += 1;
    return { ...task, order: added };
  };
  const isFirstDue = () => {
    const first = queue.peek();
    return first !== undefined && first.at <= clock.now();
  };
  const changed = () => {
    if (settling === undefined) for (const listener of changeListeners) listener();
  };
  const run = async () => {
    while (isFirstDue()) {
      const done = await queue.pop()?.run();
      if (done) for (const listener of ranListeners) listener(done);
    }
  };
  return {
    add: (task) => {
      const entry = numbered(task);
      queue.push(entry);
      if (queue.peek() === entry) changed();
    },
    replace: (owner, tasks) => {
      const others = queue.data.filter((entry) => entry.owner !== owner);
      queue = new TinyQueue([...others, ...tasks.map(numbered)], inOrder);
      changed();
    },
    clear: () => {
      queue = new TinyQueue<Entry>([], inOrder);
      changed();
    },
    isDue: () => settling !== undefined || isFirstDue(),
    next: () => queue.peek()?.at,
    settle: () => {
      settling ??= run().finally(() => {
        settling = undefined;
        changed();
      });
      return settling;
    },
    onChange: (listener) => void changeListeners.push(listener),
    onRan: (listener) => {
      ranListeners.add(listener);
      return () => void ranListeners.delete(listener);
    },
  };
}

const inOrder = (a: Entry, b: Entry): number => a.at - b.at || a.order - b.order;
