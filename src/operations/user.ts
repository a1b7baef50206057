import * as v from "valibot";
import { personalMeetingIdFor } from "../domain/identifiers.js";
import type { User } from "../domain/user.js";
import { defineOperation, noBody } from "./operation.js";
import { findUser, USER_OUTCOMES, userIdParam } from "./user-param.js";

/** Tells who a user is. */
export const user = defineOperation({
  id: "user",
  method: "GET",
  path: "/v2/users/{userId}",
  summary: "Get a user",
  tag: "Users",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["user:read", "user:read:admin"],
    granular: ["user:read:user", "user:read:user:admin"],
  },
  params: userIdParam,
  body: noBody,
  success: "found",
  outcomes: {
    found: {
      when: "the user exists",
      required: true,
      reply: {
        schema: v.object({
          id: v.string(),
          first_name: v.string(),
          last_name: v.string(),
          display_name: v.string(),
          email: v.string(),
          type: v.number(),
          pmi: v.number(),
          timezone: v.string(),
          account_id: v.string(),
          status: v.string(),
        }),
        sample: {
          id: "KDcuGIm1QgePTO8WbOqwIQ",
          first_name: "Zoom",
          last_name: "User",
          display_name: "Zoom User",
          email: "user@example.com",
          type: 2,
          pmi: 5123456789,
          timezone: "UTC",
          account_id: "zjXTYXf1R8WQVOZu_2CVuA",
          status: "active",
        },
      },
    },
    ...USER_OUTCOMES,
  },
  handle: async ({ params }, context) => {
    const found = await findUser(params.userId, context);
    return "outcome" in found ? found : { outcome: "found", reply: profileOf(found) };
  },
});

const profileOf = ({ id, first_name, last_name, email, type, timezone, account_id, status }: User) => ({
  id,
  first_name,
  last_name,
  display_name: `${first_name} ${last_name}`.trim(),
  email,
  type,
  pmi: personalMeetingIdFor(id),
  timezone,
  account_id,
  status,
});
