import * as v from "valibot";
import { faultSchema } from "../fixtures/fault-schema.js";
import { faultProblem } from "../simulator/check-fault.js";
import { defineCommand, ZoomMockControlError } from "./command.js";
import { number } from "./request-commands.js";

export const planFault = defineCommand({
  method: "POST",
  path: "/faults",
  summary:
    "Plans what the next requests that are meant end with: an outcome, an error of choice, or a kind of failure.",
  input: v.strictObject({ body: faultSchema }),
  run: async ({ simulator, universe }, { body }) => {
    const problem = faultProblem(body, simulator);
    if (problem !== undefined) throw new ZoomMockControlError(400, `Failed to plan a fault: ${problem}.`);
    return universe.faults.plan(body);
  },
});

export const listFaults = defineCommand({
  method: "GET",
  path: "/faults",
  summary: "The planned faults that may still strike, with how often each did.",
  input: v.strictObject({}),
  run: async ({ universe }) => ({ faults: universe.faults.list() }),
});

export const deleteFault = defineCommand({
  method: "DELETE",
  path: "/faults/{id}",
  summary: "Takes one planned fault away, until the next reset.",
  input: v.strictObject({ id: number }),
  run: async ({ universe }, { id }) => {
    if (universe.faults.delete(id)) return;
    const ids = universe.faults.list().map((fault) => fault.id);
    throw new ZoomMockControlError(
      404,
      `Failed to take fault ${id} away: there is none with the id that may still strike. There are ${ids.join(", ") || "none"}.`,
    );
  },
});

export const clearFaults = defineCommand({
  method: "DELETE",
  path: "/faults",
  summary: "Takes all planned faults away, the scenario's too, until the next reset.",
  input: v.strictObject({}),
  run: async ({ universe }) => universe.faults.clear(),
});

export const FAULT_COMMANDS = { planFault, listFaults, deleteFault, clearFaults };
