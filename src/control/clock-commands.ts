import * as v from "valibot";
import type { ClockReading } from "../domain/clock.js";
import type { RanTask } from "../simulator/agenda.js";
import type { Universe } from "../simulator/universe.js";
import { defineCommand } from "./command.js";

/** What a clock shows once it was moved, and what has happened by itself on the way, in order. */
export interface ClockMove extends ClockReading {
  readonly ran: readonly RanTask[];
}

const moment = v.union([v.string(), v.number()]);

export const readClock = defineCommand({
  method: "GET",
  path: "/clock",
  summary: "The time and how it runs.",
  input: v.strictObject({}),
  run: async ({ universe }) => universe.clock.reading(),
});

export const freezeClock = defineCommand({
  method: "POST",
  path: "/clock/freeze",
  summary: "Stops the clock, at a given time or now.",
  input: v.strictObject({ body: v.optional(v.strictObject({ at: v.optional(moment) }), {}) }),
  run: async ({ universe }, { body }) => {
    const { mode, now } = await moved(universe, () => universe.clock.freeze(body.at));
    return { mode, now };
  },
});

export const advanceClock = defineCommand({
  method: "POST",
  path: "/clock/advance",
  summary:
    'Moves the clock forward by milliseconds or by a text such as "30s"; `ran` tells what became due on the way.',
  input: v.strictObject({ body: v.strictObject({ by: moment }) }),
  run: async ({ universe }, { body }) => moved(universe, () => universe.clock.advance(body.by)),
});

export const setClock = defineCommand({
  method: "POST",
  path: "/clock/set",
  summary: "Sets the time; `ran` tells what became due on the way.",
  input: v.strictObject({ body: v.strictObject({ at: moment }) }),
  run: async ({ universe }, { body }) => moved(universe, () => universe.clock.set(body.at)),
});

export const resumeClock = defineCommand({
  method: "POST",
  path: "/clock/resume",
  summary: "Lets a frozen clock run on from the time it shows.",
  input: v.strictObject({ body: v.optional(v.strictObject({})) }),
  run: async ({ universe }) => {
    universe.clock.resume();
    tellClock(universe);
    return universe.clock.reading();
  },
});

/** Moves the clock and lets happen what became due; set back, what is to come is worked out anew. */
async function moved(universe: Universe, move: () => void): Promise<ClockMove> {
  // What was sent before the move belongs before it.
  await universe.webhooks.idle();
  const before = universe.clock.now();
  move();
  tellClock(universe);
  if (universe.clock.now() < before) await universe.reschedule();
  const ran: RanTask[] = [];
  const stop = universe.agenda.onRan((task) => ran.push(task));
  try {
    // What is sent in vain is due again, perhaps within the same move.
    do {
      await universe.settle();
      await universe.webhooks.idle();
    } while (universe.isDue());
  } finally {
    stop();
  }
  return { ...universe.clock.reading(), ran };
}

function tellClock({ clock, feed }: Universe): void {
  const reading = clock.reading();
  feed.tell("clock", clock.now(), () => reading);
}
