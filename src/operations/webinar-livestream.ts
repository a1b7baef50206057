import type { Webinar } from "../domain/scheduled.js";
import { streamsWebinarsTo } from "../domain/user.js";
import type { OperationContext, Outcomes } from "./operation.js";
import { findWebinar, WEBINAR_OUTCOMES } from "./streamable.js";

/** How an operation on the configuration of a webinar's stream can end before it is done. */
export const WEBINAR_LIVE_STREAM_OUTCOMES = {
  ...WEBINAR_OUTCOMES,
  customLiveStreamingNotEnabled: {
    when: "the settings of the webinar's host do not let webinars be streamed to a custom service",
  },
} as const satisfies Outcomes;

/** The webinar whose stream is to be configured, or why the request is refused. */
export async function findWebinarToStream(
  id: string,
  context: OperationContext<keyof typeof WEBINAR_LIVE_STREAM_OUTCOMES>,
): Promise<Webinar | { readonly outcome: keyof typeof WEBINAR_LIVE_STREAM_OUTCOMES }> {
  const webinar = await findWebinar(id, context);
  if ("outcome" in webinar || !context.knows("customLiveStreamingNotEnabled")) return webinar;
  const host = await context.world.get("users", webinar.host_id);
  return !host || streamsWebinarsTo(host, "custom_live_streaming_service")
    ? webinar
    : { outcome: "customLiveStreamingNotEnabled" };
}
