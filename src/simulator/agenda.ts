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

/** An agenda in a binary heap. */
export function createAgenda(clock: Pick<Clock, "now">): Agenda {
  let heap: Entry[] = [];
  let added = 0;
  let settling: Promise<readonly RanTask[]> | undefined;

  const isFirstDue = () => heap[0] !== undefined && heap[0].at <= clock.now();
  const run = async () => {
    const ran: RanTask[] = [];
    while (isFirstDue()) {
      const done = await takeFirst(heap)?.run();
      if (done) ran.push(done);
    }
    return ran;
  };
  return {
    add: (task) => {
      added += 1;
      heap.push({ ...task, order: added });
      rise(heap, heap.length - 1);
    },
    replace: (owner, tasks) => {
      heap = heap.filter((entry) => entry.owner !== owner);
      for (const task of tasks) {
        added += 1;
        heap.push({ ...task, order: added });
      }
      for (let parent = (heap.length >> 1) - 1; parent >= 0; parent -= 1) sink(heap, parent);
    },
    clear: () => {
      heap = [];
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

function takeFirst(heap: Entry[]): Entry | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last && heap.length > 0) {
    heap[0] = last;
    sink(heap, 0);
  }
  return first;
}

const isBefore = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

function rise(heap: Entry[], from: number): void {
  for (let child = from; child > 0; ) {
    const parent = (child - 1) >> 1;
    if (!swapped(heap, parent, child)) return;
    child = parent;
  }
}

function sink(heap: Entry[], from: number): void {
  for (let parent = from; ; ) {
    const [left, right] = [2 * parent + 1, 2 * parent + 2];
    const [one, other] = [heap[left], heap[right]];
    if (!one) return;
    const child = other && isBefore(other, one) ? right : left;
    if (!swapped(heap, parent, child)) return;
    parent = child;
  }
}

/** Puts two entries into their order, if they are not. */
function swapped(heap: Entry[], parent: number, child: number): boolean {
  const [above, below] = [heap[parent], heap[child]];
  if (!above || !below || !isBefore(below, above)) return false;
  heap[parent] = below;
  heap[child] = above;
  return true;
}
