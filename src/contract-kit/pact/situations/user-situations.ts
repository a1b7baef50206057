import type { Situations } from "../situation.js";
import { USER_REFUSALS } from "./usual-situations.js";

/** Of users and their settings. */
export const USER_SITUATIONS: Situations = {
  user: {
    ...USER_REFUSALS,
    found: [{ state: "a user exists", reply: ({ userId }) => ({ id: userId, type: 2 }) }],
  },
  userSettings: {
    ...USER_REFUSALS,
    settings: [
      { state: "a user exists" },
      {
        state: "the user's live streaming settings are locked",
        when: "live streams are not allowed",
        reply: () => ({ in_meeting: { allow_live_streaming: false } }),
      },
    ],
  },
  userSettingsUpdate: {
    ...USER_REFUSALS,
    updated: [
      { state: "a user exists" },
      // As if it were done: only reading it back tells.
      { state: "the user's live streaming settings are locked", when: "though the setting is locked" },
    ],
  },
};
