import { type FaultPlan, timesOf } from "../domain/fault.js";
import { seededRandom } from "../domain/random.js";
import type { AnyOperation } from "../operations/operation.js";
import { summaryOf } from "./fault-summary.js";

/** A fault that may still strike. */
export interface PlannedFault {
  /** Counts from 1 since the last reset. */
  readonly id: number;
  readonly plan: FaultPlan;
  /** How many requests it has struck. */
  readonly taken: number;
  /** How many it will still strike; `null`: as many as there are. */
  readonly left: number | null;
  /** What it does, in a few words. */
  readonly summary: string;
}

/** A fault that strikes a request. */
export interface Fault {
  /** Of the planned one; `null`: the request itself asks for it. */
  readonly id: number | null;
  readonly plan: FaultPlan;
}

/** A request, as far as a plan looks at it. */
interface Struck {
  readonly operation: AnyOperation;
  readonly params: Readonly<Record<string, string>>;
  readonly knows: (outcome: string) => boolean;
}

/** What is to go wrong in one universe. */
export interface Faults {
  /** Whether anything is planned. A request asks this first: without faults it pays no more than that. */
  readonly active: boolean;
  plan(fault: FaultPlan): PlannedFault;
  /** The first of the planned faults that strikes the request; of one with a probability, its next number decides. */
  take(request: Struck): Fault | undefined;
  /** Those that may still strike, in the order in which they were planned. */
  list(): PlannedFault[];
  /** Takes one away; `false` when none with the id may still strike. */
  delete(id: number): boolean;
  clear(): void;
  /** Plans these and nothing else, as if nothing had happened yet. */
  restore(faults: readonly FaultPlan[]): void;
}

interface Entry {
  readonly id: number;
  readonly plan: FaultPlan;
  taken: number;
  left: number | null;
  /** Whether it strikes a request that it is meant for. */
  readonly strikes: () => boolean;
}

export function createFaults(): Faults {
  let entries: Entry[] = [];
  let planned = 0;
  const faults: Faults = {
    get active() {
      return entries.length > 0;
    },
    plan: (plan) => {
      planned += 1;
      const entry: Entry = { id: planned, plan, taken: 0, left: timesOf(plan), strikes: chance(plan) };
      entries.push(entry);
      return shown(entry);
    },
    take: (request) => {
      const entry = entries.find(({ plan, strikes }) => isMeant(plan, request) && strikes());
      if (!entry) return undefined;
      entry.taken += 1;
      if (entry.left !== null) entry.left -= 1;
      if (entry.left === 0) entries = entries.filter((each) => each !== entry);
      return { id: entry.id, plan: entry.plan };
    },
    list: () => entries.map(shown),
    delete: (id) => {
      const before = entries.length;
      entries = entries.filter((entry) => entry.id !== id);
      return entries.length < before;
    },
    clear: () => {
      entries = [];
    },
    restore: (plans) => {
      entries = [];
      planned = 0;
      for (const plan of plans) faults.plan(plan);
    },
  };
  return faults;
}

/** Each plan has numbers of its own: what else is planned does not change which requests it strikes. */
function chance({ probability, seed = 0 }: FaultPlan): () => boolean {
  if (probability === undefined) return () => true;
  const random = seededRandom(seed);
  return () => random() < probability;
}

function isMeant({ operation: id, params = {}, outcome }: FaultPlan, { operation, ...request }: Struck): boolean {
  if (id !== undefined && id !== operation.id) return false;
  if (outcome !== undefined && !request.knows(outcome)) return false;
  return Object.entries(params).every(([name, wanted]) => {
    const canonical = (text: string) => operation.params[name]?.parse(text) ?? text;
    const sent = request.params[name];
    return sent !== undefined && canonical(sent) === canonical(wanted);
  });
}

const shown = ({ id, plan, taken, left }: Entry): PlannedFault => ({
  id,
  plan,
  taken,
  left,
  summary: summaryOf(plan, left),
});
