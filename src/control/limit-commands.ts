import * as v from "valibot";
import { RATE_LIMIT_LABELS } from "../domain/rate-limits.js";
import { defineCommand, ZoomMockControlError } from "./command.js";

const calls = v.pipe(v.number(), v.integer(), v.minValue(1));
const name = v.pipe(v.string(), v.nonEmpty());

export const readLimits = defineCommand({
  method: "GET",
  path: "/limits",
  summary: "How many calls each account and user has used of how many, by rate limit label.",
  input: v.strictObject({}),
  run: async ({ universe }) => universe.limiter.usage(universe.accountId, universe.clock.now()),
});

export const spendLimits = defineCommand({
  method: "POST",
  path: "/limits/spend",
  summary: "Counts calls of an account, or creates and updates of a user, as if they had been made now.",
  input: v.strictObject({
    body: v.union([
      v.strictObject({ label: v.picklist(RATE_LIMIT_LABELS), calls, account_id: v.optional(name) }),
      v.strictObject({ user_id: name, calls }),
    ]),
  }),
  run: async ({ universe }, { body }) => {
    const { limiter, clock, accountId } = universe;
    if ("user_id" in body) limiter.spendUpdates(body.user_id, body.calls, clock.now());
    else {
      const { account_id = accountId, label } = body;
      if (!limiter.spend(account_id, label, body.calls, clock.now())) {
        throw new ZoomMockControlError(
          400,
          `Failed to spend calls of account ${account_id}: it has no plan, so that nothing limits it. Start the mock with a plan, or give one to the account.`,
        );
      }
    }
    return limiter.usage(accountId, clock.now());
  },
});
