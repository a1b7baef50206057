import type { Switches } from "../domain/switches.js";
import { isAnnounced, WEBHOOK_EVENTS, type WebhookEvent } from "../domain/webhook.js";
import type { Coverage } from "../simulator/coverage.js";
import { WEBHOOK_CIRCUMSTANCES, type WebhookCircumstance } from "../simulator/webhooks/circumstance.js";
import { type CoverageShare, countsOf, shareOf } from "./share.js";

/** What the client's endpoints have met of the webhooks that the mock can send. */
export interface WebhookCoverage extends CoverageShare {
  /** How often they accepted each event; 0: never. */
  readonly events: Readonly<Partial<Record<WebhookEvent, number>>>;
  /**
   * How often they accepted one that was sent before (`retry`), answered a URL validation as Zoom asks for
   * (`urlValidation`), and answered each variant, whatever it was; 0: never.
   */
  readonly circumstances: Readonly<Partial<Record<WebhookCircumstance, number>>>;
}

export function webhookCoverage(
  { webhooks }: Coverage,
  switches: Pick<Switches, "webinarLiveStreamingEvents">,
  ignored: readonly string[],
): WebhookCoverage {
  // One that Zoom does not announce may have been triggered.
  const sent = WEBHOOK_EVENTS.filter((event) => isAnnounced(event, switches) || webhooks.has(event));
  const events = countsOf(sent, webhooks, ignored);
  const circumstances = countsOf(WEBHOOK_CIRCUMSTANCES, webhooks, ignored);
  return { ...shareOf([...Object.values(events), ...Object.values(circumstances)]), events, circumstances };
}
