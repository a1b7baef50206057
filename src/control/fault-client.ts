import type { FaultPlan } from "../domain/fault.js";
import type { PlannedFault } from "../simulator/faults.js";
import type { Call } from "./command.js";
import { clearFaults, deleteFault, listFaults, planFault } from "./fault-commands.js";

/** What is to go wrong, and when. */
export interface FaultControl {
  /**
   * Plans a fault behind those that are planned already: of several that are meant, the first strikes.
   *
   * @throws ZoomMockControlError with status 400 when it names what there is not.
   */
  plan(fault: FaultPlan): Promise<PlannedFault>;
  /** Those that may still strike. */
  list(): Promise<PlannedFault[]>;
  /** Those that were to strike so many times and have not yet: what a test has not met. */
  pending(): Promise<PlannedFault[]>;
  /**
   * Takes one of them away, until the next reset.
   *
   * @throws ZoomMockControlError with status 404 when there is none with the id: it has struck as often as it was to.
   */
  delete(id: number): Promise<void>;
  /** Takes all of them away, until the next reset. */
  clear(): Promise<void>;
}

/** The methods over a transport. */
export function createFaultClient(call: Call): FaultControl {
  const list = async () => (await call<{ faults: PlannedFault[] }>(listFaults)).faults;
  return {
    plan: (body) => call(planFault, { body }),
    list,
    pending: async () => (await list()).filter(({ left }) => left !== null),
    delete: (id) => call(deleteFault, { id }),
    clear: () => call(clearFaults),
  };
}
