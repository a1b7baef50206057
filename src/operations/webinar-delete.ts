import { defineOperation, noBody } from "./operation.js";
import { findScheduledWebinar, SCHEDULED_WEBINAR_OUTCOMES } from "./scheduled-webinar.js";
import { webinarIdParam } from "./streamable.js";

/** Deletes a webinar, or one occurrence of a recurring one. */
export const webinarDelete = defineOperation({
  id: "webinarDelete",
  method: "DELETE",
  path: "/v2/webinars/{webinarId}",
  summary: "Delete a webinar",
  tag: "Webinars",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["webinar:write", "webinar:write:admin"],
    granular: ["webinar:delete:webinar", "webinar:delete:webinar:admin"],
  },
  params: webinarIdParam,
  query: {
    occurrence_id: { description: "Of a recurring webinar: only this occurrence.", example: "1648194360000" },
    cancel_webinar_reminder: { description: "Tell registrants by e-mail; the mock tells nobody.", example: "false" },
  },
  body: noBody,
  success: "deleted",
  outcomes: {
    deleted: { when: "the webinar is deleted, with its stream configuration", required: true },
    occurrenceDeleted: { when: "one occurrence of a recurring webinar is deleted; the webinar stays", required: true },
    ...SCHEDULED_WEBINAR_OUTCOMES,
  },
  handle: async ({ params, query }, context) => {
    const found = await findScheduledWebinar(params.webinarId, context);
    if ("outcome" in found) return found;
    const { id, type } = found.webinar;
    // The mock keeps no occurrences; what must not happen is that a whole series goes.
    if (query.occurrence_id !== undefined && type === 9) return { outcome: "occurrenceDeleted" };
    context.world.delete("webinars", id);
    context.world.announce("deleted", "webinars", id);
    return { outcome: "deleted" };
  },
});
