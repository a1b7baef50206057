import * as v from "valibot";
import { RATE_LIMIT_LABELS } from "../domain/rate-limits.js";
import { defineCommand, ZoomMockControlError } from "./command.js";

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
    body: v.pipe(
      v.strictObject({
        label: v.exactOptional(v.picklist(RATE_LIMIT_LABELS)),
        account_id: v.exactOptional(name),
        user_id: v.exactOptional(name),
        calls: v.pipe(v.number(), v.integer(), v.minValue(1)),
      }),
      v.check(
        ({ label, account_id, user_id }) =>
          user_id === undefined ? label !== undefined : label === undefined && account_id === undefined,
        "name either a label (and, unless it is the mock's own, an account_id), or a user_id",
      ),
    ),
  }),
  run: async ({ universe }, { body }) => {
    const { limiter, clock, accountId } = universe;
    const { label, account_id = accountId, user_id, calls } = body;
    if (user_id !== undefined) limiter.spendUpdates(user_id, calls, clock.now());
    if (label !== undefined && !limiter.spend(account_id, label, calls, clock.now())) {
      throw new ZoomMockControlError(
        400,
        `Failed to spend calls of account ${account_id}: it has no plan, so that nothing limits it. Start the mock with a plan, or give one to the account.`,
      );
    }
    return limiter.usage(accountId, clock.now());
  },
});
