import { parseZoomId } from "../domain/zoom-id.js";
import {
  carryOut,
  LIVE_STREAM_OUTCOMES,
  liveStreamStatusBody,
  sampleCommand,
  settingsObject,
  sharedSettings,
  toCommand,
} from "./livestream-status.js";
import { defineOperation, firstThatApplies } from "./operation.js";

/** Starts and stops the live stream of a webinar. */
export const webinarLiveStreamStatusUpdate = defineOperation({
  id: "webinarLiveStreamStatusUpdate",
  method: "PATCH",
  path: "/v2/webinars/{webinarId}/livestream/status",
  summary: "Update the status of a webinar's live stream",
  tag: "Live streaming",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["webinar:write", "webinar:write:admin"],
    granular: ["webinar:update:livestream_status", "webinar:update:livestream_status:admin"],
  },
  params: {
    webinarId: {
      description: "The webinar's ID.",
      example: "68423085",
      parse: parseZoomId,
      missing: "invalidWebinarId",
      invalid: "invalidWebinarId",
    },
  },
  body: (switches) => liveStreamStatusBody(["start", "stop"], settingsObject(sharedSettings(switches)), switches),
  sampleBody: sampleCommand,
  success: "updated",
  outcomes: {
    ...LIVE_STREAM_OUTCOMES,
    invalidWebinarId: {
      when: "the path has no webinar id, or one that is not a positive int64 in digits",
      required: true,
    },
    webinarIdDoesNotExist: { when: "the id is a meeting's" },
    webinarDoesNotExist: { when: "no webinar has the id", required: true },
    userDoesNotExist: { when: "the webinar's host does not exist", values: { userId: "KDcuGIm1QgePTO8WbOqwIQ" } },
    webinarPlanMissing: { when: "the webinar's host has no webinar add-on" },
    noPermission: { when: "the webinar's host may not use live streaming" },
    notConfigured: { when: "the webinar has no custom streaming service configured" },
    notStarted: {
      when: "the webinar is not in progress; its practice session does not count",
      separates: "webinarId",
      counterpart: "meetingLiveStreamStatusUpdate",
    },
  },
  handle: async ({ params, body }, context) => {
    const { world } = context;
    const webinar = await world.get("webinars", params.webinarId);
    if (!webinar) {
      const isMeeting = context.knows("webinarIdDoesNotExist") && (await world.get("meetings", params.webinarId));
      return { outcome: isMeeting ? "webinarIdDoesNotExist" : "webinarDoesNotExist" };
    }
    const host = await world.get("users", webinar.host_id);
    const refusal = firstThatApplies(context, [
      [!host, { outcome: "userDoesNotExist", values: { userId: webinar.host_id } }],
      [host?.feature.webinar === false, { outcome: "webinarPlanMissing" }],
      [host?.livestream_permission === false, { outcome: "noPermission" }],
      [!webinar.livestream, { outcome: "notConfigured" }],
      [webinar.status !== "started", { outcome: "notStarted" }],
    ]);
    return refusal ?? carryOut("webinars", webinar, toCommand(body), context);
  },
});
