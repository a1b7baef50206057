import { advanceClock, freezeClock, readClock, resumeClock, setClock } from "./clock-commands.js";
import type { AnyControlCommand } from "./command.js";
import { clearCoverage, readCoverage } from "./coverage-commands.js";
import { listDeliveries, redeliver, waitForDelivery } from "./delivery-commands.js";
import { ENTITY_COMMANDS } from "./entity-commands.js";
import { listEvents } from "./event-commands.js";
import { explainRequest, listNearMisses, listUnmatched } from "./explanation-commands.js";
import { FAULT_COMMANDS } from "./fault-commands.js";
import { readLimits, spendLimits } from "./limit-commands.js";
import { readMetrics } from "./metrics-commands.js";
import { readProviderStates, setProviderState } from "./provider-state-commands.js";
import { readReadiness } from "./readiness-command.js";
import { clearRequests, listRequests } from "./request-commands.js";
import { SESSION_COMMANDS } from "./session-commands.js";
import { deleteUniverse, listUniverses, openUniverse, readUniverse } from "./universe-commands.js";
import { verify, verifyInOrder, waitForRequest } from "./verification-commands.js";
import { subscribeWebhook, triggerWebhook, validateWebhook } from "./webhook-commands.js";
import { readAccess, readHealth, readScenario, readState, reset, writeScenario, writeState } from "./world-commands.js";

/** Every command of the control API. */
export const controlCommands: readonly AnyControlCommand[] = [
  readAccess,
  readHealth,
  readReadiness,
  reset,
  readState,
  writeState,
  readScenario,
  writeScenario,
  ...Object.values(ENTITY_COMMANDS).flatMap((commands) => Object.values(commands)),
  ...Object.values(SESSION_COMMANDS),
  readClock,
  freezeClock,
  advanceClock,
  setClock,
  resumeClock,
  readLimits,
  spendLimits,
  ...Object.values(FAULT_COMMANDS),
  listRequests,
  clearRequests,
  ...[waitForRequest, listUnmatched, listNearMisses, explainRequest],
  ...[verify, verifyInOrder, readCoverage, clearCoverage],
  listEvents,
  readMetrics,
  subscribeWebhook,
  validateWebhook,
  triggerWebhook,
  listDeliveries,
  waitForDelivery,
  redeliver,
  readProviderStates,
  setProviderState,
  openUniverse,
  listUniverses,
  readUniverse,
  deleteUniverse,
];
