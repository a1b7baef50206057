import { advanceClock, freezeClock, readClock, resumeClock, setClock } from "./clock-commands.js";
import type { AnyControlCommand } from "./command.js";
import { entityCommands } from "./entity-commands.js";
import { clearRequests, listRequests } from "./request-commands.js";
import {
  readHealth,
  readReadiness,
  readScenario,
  readState,
  reset,
  writeScenario,
  writeState,
} from "./world-commands.js";

export const userCommands = entityCommands("users");
export const meetingCommands = entityCommands("meetings");
export const webinarCommands = entityCommands("webinars");

/** Every command of the control API. */
export const controlCommands: readonly AnyControlCommand[] = [
  readHealth,
  readReadiness,
  reset,
  readState,
  writeState,
  readScenario,
  writeScenario,
  ...Object.values(userCommands),
  ...Object.values(meetingCommands),
  ...Object.values(webinarCommands),
  readClock,
  freezeClock,
  advanceClock,
  setClock,
  resumeClock,
  listRequests,
  clearRequests,
];
