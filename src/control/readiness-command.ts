import * as v from "valibot";
import { milliseconds } from "../domain/duration.js";
import { defineCommand, ZoomMockControlError } from "./command.js";
import { waitTime } from "./wait-time.js";

/** What a universe has loaded, and what it still waits for. */
export interface Readiness {
  /** Whether the scenario is loaded and no subscription is being validated. */
  readonly ready: boolean;
  /** The scenario that reset returns to, by its name or file; `null` where it came as a document. */
  readonly scenario: string | null;
  /** How many endpoints are subscribed. Those of a scenario or option count as validated. */
  readonly subscriptions: number;
  /** How many subscriptions are being validated. */
  readonly pendingValidations: number;
}

export const readReadiness = defineCommand({
  method: "GET",
  path: "/ready",
  summary:
    "What is loaded, once the scenario is; 503 while a subscription is being validated. `timeout` waits for the end of that.",
  input: v.strictObject({ timeout: v.optional(waitTime, 0) }),
  run: async ({ universe }, { timeout }): Promise<Readiness> => {
    await universe.ready;
    const { validations } = universe.webhooks;
    if (validations.count > 0) await Promise.race([validations.idle(), elapsed(milliseconds(timeout))]);
    const pendingValidations = validations.count;
    const ready = pendingValidations === 0;
    const subscriptions = await universe.store.count("webhooks");
    const readiness = { ready, scenario: universe.origin.scenario, subscriptions, pendingValidations };
    if (ready) return readiness;
    throw new ZoomMockControlError(
      503,
      `Failed to be ready: ${pendingValidations === 1 ? "a subscription is" : `${pendingValidations} subscriptions are`} being validated. Ask again when the endpoint has answered, or give a longer timeout.`,
      { ...readiness },
    );
  },
});

const elapsed = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time).unref());
