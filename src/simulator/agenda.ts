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

/** What is to happen by itself, the earliest first; of the same time what was added first. Nothing waits in real time. */
export interface Agenda {
  add(task: Task): void;
  /** Takes all tasks of an owner off, and puts others on. */
  replace(owner: string, tasks: readonly Task[]): void;
  clear(): void;
  /** Costs the same however much there is. */
  isDue(): boolean;
  /** Lets what is due happen, in its order, and tells what has. Who comes meanwhile waits for the same. */
  settle(): Promise<readonly RanTask[]>;
}

interface Entry extends Task {
  readonly order: number;
}

/** An agenda in a priority queue. */
export function createAgenda(clock: Pick<Clock, "now">): Agenda {
  let queue = new TinyQueue<Entry>([], inOrder);
  let added = 0;
  let settling: Promise<readonly RanTask[]> | undefined;

  const numbered = (task: Task): Entry => {
    added += 1;
    return { ...task, order: added };
  };
  const isFirstDue = () => {
    const first = queue.peek();
    return first !== undefined && first.at <= clock.now();
  };
  const run = async () => {
    const ran: RanTask[] = [];
    while (isFirstDue()) {
      const done = await queue.pop()?.run();
      if (done) ran.push(done);
    }
    return ran;
  };
  return {
    add: (task) => queue.push(numbered(task)),
    replace: (owner, tasks) => {
      const others = queue.data.filter((entry) => entry.owner !== owner);
      queue = new TinyQueue([...others, ...tasks.map(numbered)], inOrder);
    },
    clear: () => {
      queue = new TinyQueue<Entry>([], inOrder);
    },
    isDue: () => settling !== undefined || isFirstDue(),
    settle: () => {
      settling ??= run().finally(() => {
        settling = undefined;
      });
      return settling;
    },
  };
}

const inOrder = (a: Entry, b: Entry): number => a.at - b.at || a.order - b.order;
