import { defineOperation, noBody } from "./operation.js";
import { findUser, USER_OUTCOMES, userIdParam } from "./user-param.js";
import { sampleSettings, settingsOf, userSettingsSchema } from "./user-settings-schema.js";

/** Tells a user's settings, as far as they decide about live streams. */
export const userSettings = defineOperation({
  id: "userSettings",
  method: "GET",
  path: "/v2/users/{userId}/settings",
  summary: "Get user settings",
  tag: "Users",
  rateLimit: "MEDIUM",
  scopes: {
    classic: ["user:read", "user:read:admin"],
    granular: ["user:read:settings", "user:read:settings:admin"],
  },
  params: userIdParam,
  body: noBody,
  success: "settings",
  outcomes: {
    settings: {
      when: "the user exists",
      required: true,
      reply: { schema: userSettingsSchema, sample: sampleSettings },
    },
    ...USER_OUTCOMES,
  },
  handle: async ({ params }, context) => {
    const user = await findUser(params.userId, context);
    return "outcome" in user ? user : { outcome: "settings", reply: settingsOf(user) };
  },
});
