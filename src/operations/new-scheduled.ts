import { NEVER_STARTED } from "../domain/livestream.js";
import type { Scheduled } from "../domain/scheduled.js";
import { secondsOnly } from "../domain/time-zone.js";
import type { User } from "../domain/user.js";
import { freeId } from "./free-id.js";
import type { OperationContext } from "./operation.js";
import { type ScheduledBody, startTimeOf } from "./scheduled-body.js";

/** A new meeting or webinar, as far as the two are alike: it waits for its host and has no stream configuration. */
export async function newScheduled(
  body: ScheduledBody,
  host: User,
  { usualTopic, hasFixedTime }: { readonly usualTopic: string; readonly hasFixedTime: boolean },
  context: Pick<OperationContext, "world" | "identifiers" | "now">,
): Promise<Scheduled & { readonly status: "waiting" }> {
  const { identifiers, now } = context;
  const { timezone = host.timezone, topic = usualTopic, agenda = "", duration = 60, recurrence = null } = body;
  return {
    ...{ id: await freeId(context), uuid: identifiers.uuid(), host_id: host.id },
    ...{ topic, agenda, duration, timezone, recurrence, status: "waiting" },
    start_time: startTimeOf(body, timezone, hasFixedTime, now),
    password: body.password ?? identifiers.secret(6),
    created_at: secondsOnly(now),
    livestream: null,
    livestream_status: NEVER_STARTED,
  };
}
