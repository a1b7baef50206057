import * as v from "valibot";
import { endSession } from "./end-session.js";
import { defineOperation } from "./operation.js";
import { findScheduledWebinar, SCHEDULED_WEBINAR_OUTCOMES } from "./scheduled-webinar.js";
import { webinarIdParam } from "./streamable.js";

/** Ends a webinar or its practice session, and with it its stream. */
export const webinarStatus = defineOperation({
  id: "webinarStatus",
  method: "PUT",
  path: "/v2/webinars/{webinarId}/status",
  summary: "Update the status of a webinar",
  tag: "Webinars",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["webinar:write", "webinar:write:admin"],
    granular: ["webinar:update:status", "webinar:update:status:admin"],
  },
  params: webinarIdParam,
  body: () => v.object({ action: v.picklist(["end"]) }),
  sampleBody: { action: "end" },
  success: "ended",
  outcomes: {
    ended: { when: "the webinar is ended", required: true },
    notInProgress: { when: "there is nothing to end; nothing happens", required: true },
    ...SCHEDULED_WEBINAR_OUTCOMES,
  },
  handle: async ({ params }, context) => {
    const found = await findScheduledWebinar(params.webinarId, context);
    if ("outcome" in found) return found;
    return { outcome: endSession("webinars", found.webinar, context) ? "ended" : "notInProgress" };
  },
});
