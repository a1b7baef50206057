import { NEVER_STARTED } from "../domain/livestream.js";
import { secondsOnly } from "../domain/time-zone.js";
import { freeId } from "./free-id.js";
import { meetingBody, sampleMeetingBody } from "./meeting-body.js";
import { meetingReply, meetingSchema, sampleMeeting } from "./meeting-reply.js";
import { defineOperation } from "./operation.js";
import { startTimeOf } from "./scheduled-body.js";
import { mayHost } from "./scheduled-meeting.js";
import { findUser, USER_OUTCOMES, userIdParam } from "./user-param.js";

/** Schedules a meeting. It waits for its host, an instant one too, and has no stream configuration. */
export const meetingCreate = defineOperation({
  id: "meetingCreate",
  method: "POST",
  path: "/v2/users/{userId}/meetings",
  summary: "Create a meeting",
  tag: "Meetings",
  rateLimit: "LIGHT",
  limitedPerUser: true,
  scopes: {
    classic: ["meeting:write", "meeting:write:admin"],
    granular: ["meeting:write:meeting", "meeting:write:meeting:admin"],
  },
  params: userIdParam,
  body: meetingBody,
  sampleBody: sampleMeetingBody,
  success: "created",
  outcomes: {
    created: {
      when: "the meeting is created",
      required: true,
      reply: { schema: meetingSchema, sample: sampleMeeting },
    },
    ...USER_OUTCOMES,
    hostingNotAllowed: { when: "the user has no licence to host: type 4 (Unassigned) or 99 (None)" },
  },
  handle: async ({ params, body }, context) => {
    const { world, identifiers, now } = context;
    const host = await findUser(params.userId, context);
    if ("outcome" in host) return host;
    if (context.knows("hostingNotAllowed") && !mayHost(host)) return { outcome: "hostingNotAllowed" };
    const { type = 2, timezone = host.timezone, topic = "Zoom Meeting", agenda = "", duration = 60 } = body;
    const meeting = {
      ...{ id: await freeId(context), uuid: identifiers.uuid(), host_id: host.id },
      ...{ topic, agenda, type, duration, timezone, status: "waiting" as const },
      start_time: startTimeOf(body, timezone, type !== 1 && type !== 3, now),
      password: body.password ?? identifiers.secret(6),
      created_at: secondsOnly(now),
      recurrence: body.recurrence ?? null,
      settings: body.settings ?? {},
      livestream: null,
      livestream_status: NEVER_STARTED,
    };
    world.put("meetings", meeting);
    world.announce("created", "meetings", meeting.id);
    return { outcome: "created", reply: meetingReply(meeting, host.email) };
  },
});
