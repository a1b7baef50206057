import { FAULT_KINDS, isFaultKind } from "../domain/fault.js";
import type { Exchange, FaultMark } from "../simulator/exchange.js";
import { FAULT_HEADER } from "../simulator/fault-header.js";

/** The fault that answered in the operation's place, where one did: then nothing of the request decided. */
export const answeringFault = ({ fault, outcome }: Exchange): FaultMark | undefined =>
  fault && (fault.name === outcome || outcome === "chosenError") ? fault : undefined;

/** When an answer of a fault comes: completes the sentence "Answered when …". */
export const strikesWhen = ({ id }: FaultMark): string =>
  id === null ? `the header ${FAULT_HEADER} asks for it` : `planned fault ${id} strikes`;

/** What to do so that a fault does not answer again. */
export const withoutFault = ({ id }: FaultMark): string =>
  id === null
    ? `Leave the header ${FAULT_HEADER} out: it asked for this answer, and nothing was decided.`
    : `Send it again once fault ${id} no longer strikes (faults.list, faults.delete): nothing of the request was decided.`;

/** What went wrong, in a line for people. */
export function faultLine({ name, performed }: FaultMark): string {
  const meaning = isFaultKind(name) ? `, ${FAULT_KINDS[name].meaning}` : "";
  return `Fault: ${name}${meaning}; the operation was ${performed ? "" : "not "}performed`;
}
