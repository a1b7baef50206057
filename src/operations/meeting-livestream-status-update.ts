import * as v from "valibot";
import type { Switches } from "../domain/switches.js";
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

/** Starts, stops and (since 2025) re-arranges the live stream of a meeting. */
export const meetingLiveStreamStatusUpdate = defineOperation({
  id: "meetingLiveStreamStatusUpdate",
  method: "PATCH",
  path: "/v2/meetings/{meetingId}/livestream/status",
  summary: "Update the status of a meeting's live stream",
  tag: "Live streaming",
  rateLimit: "LIGHT",
  scopes: {
    classic: ["meeting:write", "meeting:write:admin"],
    granular: ["meeting:update:livestream_status", "meeting:update:livestream_status:admin"],
  },
  params: {
    meetingId: {
      description: "The meeting's ID.",
      example: "68423085",
      parse: parseZoomId,
      missing: "missingMeetingId",
      invalid: "invalidMeetingId",
    },
  },
  body: (switches) => (switches.modeAction === "known" ? bodyWithMode(switches) : bodyWithoutMode(switches)),
  sampleBody: sampleCommand,
  success: "updated",
  outcomes: {
    ...LIVE_STREAM_OUTCOMES,
    missingMeetingId: { when: "the path has no meeting id", required: true },
    invalidMeetingId: { when: "the meeting id is not a positive int64 in digits", required: true },
    cannotAccessWebinarInfo: { when: "the id is a webinar's" },
    meetingDoesNotExist: { when: "no meeting has the id", required: true },
    userDoesNotExist: { when: "the meeting's host does not exist", values: { userId: "KDcuGIm1QgePTO8WbOqwIQ" } },
    userNotInAccount: {
      when: "the meeting's host belongs to another account",
      values: { accountId: "zjXTYXf1R8WQVOZu_2CVuA" },
    },
    hostingNotAllowed: { when: "the meeting's host is not a licensed user" },
    endToEndEncrypted: { when: "the meeting is end-to-end encrypted" },
    notStarted: { when: "the meeting is not in progress", separates: "meetingId" },
    notConfigured: { when: "the meeting has no stream configuration" },
  },
  handle: async ({ params, body }, context) => {
    const { world, switches } = context;
    const meeting = await world.get("meetings", params.meetingId);
    if (!meeting) {
      const isWebinar = context.knows("cannotAccessWebinarInfo") && (await world.get("webinars", params.meetingId));
      return { outcome: isWebinar ? "cannotAccessWebinarInfo" : "meetingDoesNotExist" };
    }
    const host = await world.get("users", meeting.host_id);
    const refusal = firstThatApplies(context, [
      [!host, { outcome: "userDoesNotExist", values: { userId: meeting.host_id } }],
      // A host that a profile has no answer for is no reason to refuse.
      [
        host !== undefined && host.account_id !== world.accountId,
        { outcome: "userNotInAccount", values: { accountId: world.accountId } },
      ],
      [host !== undefined && host.type !== 2, { outcome: "hostingNotAllowed" }],
      [meeting.settings.encryption_type === "e2ee", { outcome: "endToEndEncrypted" }],
      // As with webinars: a stream is configured before the meeting runs.
      [!meeting.livestream && switches.unconfiguredMeeting === "refuse", { outcome: "notConfigured" }],
      [meeting.status !== "started", { outcome: "notStarted" }],
    ]);
    return refusal ?? carryOut("meetings", meeting, toCommand(body), context);
  },
});

const bodyWithoutMode = (switches: Switches) =>
  liveStreamStatusBody(["start", "stop"], settingsObject(sharedSettings(switches)), switches);

const bodyWithMode = (switches: Switches) =>
  liveStreamStatusBody(
    ["start", "stop", "mode"],
    settingsObject({
      ...sharedSettings(switches),
      layout: v.exactOptional(v.picklist(["follow_host", "gallery_view", "speaker_view"])),
      close_caption: v.exactOptional(v.picklist(["burnt-in", "embedded", "off"])),
    }),
    switches,
  );
