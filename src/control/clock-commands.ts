import * as v from "valibot";
import { defineCommand } from "./command.js";

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
    universe.clock.freeze(body.at);
    return universe.clock.reading();
  },
});

export const advanceClock = defineCommand({
  method: "POST",
  path: "/clock/advance",
  summary: 'Moves the clock forward by milliseconds or by a text such as "30s".',
  input: v.strictObject({ body: v.strictObject({ by: moment }) }),
  run: async ({ universe }, { body }) => {
    universe.clock.advance(body.by);
    return universe.clock.reading();
  },
});

export const setClock = defineCommand({
  method: "POST",
  path: "/clock/set",
  summary: "Sets the time.",
  input: v.strictObject({ body: v.strictObject({ at: moment }) }),
  run: async ({ universe }, { body }) => {
    universe.clock.set(body.at);
    return universe.clock.reading();
  },
});

export const resumeClock = defineCommand({
  method: "POST",
  path: "/clock/resume",
  summary: "Lets a frozen clock run on from the time it shows.",
  input: v.strictObject({ body: v.optional(v.strictObject({})) }),
  run: async ({ universe }) => {
    universe.clock.resume();
    return universe.clock.reading();
  },
});
