import { changeSettings } from "../domain/change-settings.js";
import { defineOperation } from "./operation.js";
import { findUser, USER_OUTCOMES, userIdParam } from "./user-param.js";
import { settingsOf, userSettingsBody } from "./user-settings-schema.js";

/** Changes some of a user's settings. */
export const userSettingsUpdate = defineOperation({
  id: "userSettingsUpdate",
  method: "PATCH",
  path: "/v2/users/{userId}/settings",
  summary: "Update user settings",
  tag: "Users",
  rateLimit: "MEDIUM",
  scopes: {
    classic: ["user:write", "user:write:admin"],
    granular: ["user:update:settings", "user:update:settings:admin"],
  },
  params: userIdParam,
  body: userSettingsBody,
  sampleBody: { in_meeting: { allow_live_streaming: true, custom_live_streaming_service: true } },
  success: "updated",
  outcomes: {
    updated: {
      when: "the user exists; a setting that the account has locked stays as it is all the same, so read it back",
      required: true,
    },
    ...USER_OUTCOMES,
  },
  handle: async ({ params, body }, context) => {
    const { world } = context;
    const user = await findUser(params.userId, context);
    if ("outcome" in user) return user;
    const account = await world.get("accounts", user.account_id);
    const { feature, ...settings } = changeSettings(settingsOf(user), body, account?.locked_settings ?? []);
    world.put("users", { ...user, feature, settings });
    return { outcome: "updated" };
  },
});
