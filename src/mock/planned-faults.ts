import * as v from "valibot";
import type { World } from "../domain/world.js";
import { givenFaultSchema } from "../fixtures/fault-schema.js";
import { faultProblem } from "../simulator/check-fault.js";
import type { Simulator } from "../simulator/simulator.js";
import { ZoomMockOptionsError } from "./check-options.js";
import type { ZoomMockOptions } from "./options.js";

/**
 * The scenario with the faults of the options behind its own.
 *
 * @throws ZoomMockOptionsError that names every fault which could never strike.
 */
export function withFaults(scenario: World, given: ZoomMockOptions["faults"], simulator: Simulator): World {
  if (given === undefined && scenario.faults === undefined) return scenario;
  const { faults: own = [] } = scenario;
  const more = v.parse(v.array(givenFaultSchema), given ?? []);
  const problems = [
    ...own.map((fault, index) => [`scenario.faults.${index}`, faultProblem(fault, simulator)]),
    ...more.map((fault, index) => [`faults.${index}`, faultProblem(fault, simulator)]),
  ].flatMap(([where, problem]) => (problem === undefined ? [] : [`${where}: ${problem}`]));
  if (problems.length === 0) return { ...scenario, faults: [...own, ...more] };
  throw new ZoomMockOptionsError(`Failed to make a zoom-mock:\n  ${problems.join("\n  ")}\nCorrect the faults.`);
}
