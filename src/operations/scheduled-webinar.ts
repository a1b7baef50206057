import type { Webinar } from "../domain/scheduled.js";
import type { User } from "../domain/user.js";
import type { OperationContext, Outcomes } from "./operation.js";

const planMissing = { userId: "KDcuGIm1QgePTO8WbOqwIQ" } as const;

/** How an operation on a webinar as a whole can end before it is done. */
export const SCHEDULED_WEBINAR_OUTCOMES = {
  invalidWebinarId: {
    when: "the path has no webinar id, or one that is not a positive int64 in digits",
    required: true,
  },
  webinarDoesNotExist: { when: "no webinar has the id", required: true },
  webinarPlanMissing: { when: "the webinar's host has no webinar add-on", values: planMissing },
} as const satisfies Outcomes;

type Refusal =
  | { readonly outcome: "webinarDoesNotExist" }
  | { readonly outcome: "webinarPlanMissing"; readonly values: { readonly userId: string } };

/** The webinar that a request is about and its host, or why it is refused. */
export async function findScheduledWebinar(
  id: string,
  { world, knows }: Pick<OperationContext<keyof typeof SCHEDULED_WEBINAR_OUTCOMES>, "world" | "knows">,
): Promise<{ readonly webinar: Webinar; readonly host: User | undefined } | Refusal> {
  const webinar = await world.get("webinars", id);
  if (!webinar) return { outcome: "webinarDoesNotExist" };
  const host = await world.get("users", webinar.host_id);
  if (knows("webinarPlanMissing") && host?.feature.webinar === false) {
    return { outcome: "webinarPlanMissing", values: { userId: webinar.host_id } };
  }
  return { webinar, host };
}
