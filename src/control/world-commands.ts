import * as v from "valibot";
import type { World } from "../domain/world.js";
import { InvalidFilesError } from "../fixtures/invalid-files.js";
import { loadScenario, shippedScenarios } from "../fixtures/load-scenario.js";
import { scenarioSchema } from "../fixtures/world-schema.js";
import { faultProblem } from "../simulator/check-fault.js";
import type { Simulator } from "../simulator/simulator.js";
import type { Origin } from "../simulator/universe.js";
import { suggestion } from "../text/nearest.js";
import { defineCommand, ZoomMockControlError } from "./command.js";

/** One of the package's scenarios by name, or one as a document. */
export const scenarioOrName = v.union([v.string(), scenarioSchema]);

const nothing = v.strictObject({ body: v.optional(v.strictObject({})) });

export const readHealth = defineCommand({
  method: "GET",
  path: "/health",
  summary: "Whether the mock is up, and what it is.",
  input: v.strictObject({}),
  run: async ({ simulator, universes, about }) => ({
    status: "ok",
    profile: simulator.profile.name,
    universes: universes.list().length,
    ...about,
  }),
});

export const readAccess = defineCommand({
  method: "GET",
  path: "/access",
  summary: "How the mock is reached: HTTP, HTTPS, proxy, and whom clients have to trust for that.",
  input: v.strictObject({}),
  run: async ({ access }) => {
    const told = access?.();
    if (told) return told;
    throw new ZoomMockControlError(404, "Failed to tell how the mock is reached: it is an app that others listen for.");
  },
});

export const reset = defineCommand({
  method: "POST",
  path: "/reset",
  summary: "Puts world, clock and journal back to what they were at first.",
  input: nothing,
  run: async ({ universe }) => universe.reset(),
});

export const readState = defineCommand({
  method: "GET",
  path: "/state",
  summary: "The whole world.",
  input: v.strictObject({}),
  run: async ({ universe }) => universe.snapshot(),
});

export const writeState = defineCommand({
  method: "PUT",
  path: "/state",
  summary: "Replaces the whole world until the next reset.",
  input: v.strictObject({ body: scenarioSchema }),
  run: async ({ universe, simulator }, { body }) => universe.load(worldOf(body, simulator)),
});

export const readScenario = defineCommand({
  method: "GET",
  path: "/scenario",
  summary: "The world that reset returns to.",
  input: v.strictObject({}),
  run: async ({ universe }) => universe.origin.world,
});

export const writeScenario = defineCommand({
  method: "PUT",
  path: "/scenario",
  summary: "Resets to another scenario: one of the package's by name, or one of your own as a document.",
  input: v.strictObject({ body: v.strictObject({ scenario: scenarioOrName }) }),
  run: async ({ universe, simulator }, { body: { scenario } }) => universe.setOrigin(originOf(scenario, simulator)),
});

function named(name: string): World {
  const names = shippedScenarios();
  if (names.includes(name)) return loadScenario(name);
  throw new ZoomMockControlError(
    404,
    `Failed to load scenario ${name}: the package has ${names.join(", ")}.${suggestion(name, names)} Name one of these, or send your own as a document.`,
  );
}

/** @throws ZoomMockControlError when there is no scenario of the name, or when the document is wrong. */
export const originOf = (scenario: v.InferOutput<typeof scenarioOrName>, simulator: Simulator): Origin => ({
  scenario: typeof scenario === "string" ? scenario : null,
  world: worldOf(scenario, simulator),
});

function worldOf(scenario: v.InferOutput<typeof scenarioOrName>, simulator: Simulator): World {
  if (typeof scenario === "string") return named(scenario);
  for (const [index, fault] of scenario.faults?.entries() ?? []) {
    const problem = faultProblem(fault, simulator);
    if (problem !== undefined)
      throw new ZoomMockControlError(400, `Failed to load the scenario: faults.${index}: ${problem}.`);
  }
  try {
    return loadScenario(scenario);
  } catch (error) {
    if (error instanceof InvalidFilesError) throw new ZoomMockControlError(400, error.message);
    throw error;
  }
}
