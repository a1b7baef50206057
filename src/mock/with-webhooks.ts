import type { WebhookSubscription } from "../control/webhook-client.js";
import type { World } from "../domain/world.js";
import { loadScenario } from "../fixtures/load-scenario.js";

/**
 * A world with further subscriptions.
 *
 * @throws InvalidFilesError when one of them is wrong.
 */
export function withWebhooks(world: World, subscriptions: readonly WebhookSubscription[]): World {
  if (subscriptions.length === 0) return world;
  const described = subscriptions.map(({ secretToken, clientId, ...rest }, index) => ({
    ...rest,
    id: `option-${index + 1}`,
    ...(secretToken !== undefined && { secret_token: secretToken }),
    ...(clientId !== undefined && { client_id: clientId }),
  }));
  const { webhooks } = loadScenario({ account_id: world.account_id, webhooks: described });
  const names = new Set(webhooks.map(({ id }) => id));
  // A state that was kept may hold those of an earlier start.
  return { ...world, webhooks: [...world.webhooks.filter(({ id }) => !names.has(id)), ...webhooks] };
}
