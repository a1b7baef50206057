import type { Meeting, Webinar } from "../domain/scheduled.js";
import { parseZoomId } from "../domain/zoom-id.js";
import type { OperationContext, Outcomes } from "./operation.js";

/** The path parameter of operations on one meeting. */
export const meetingIdParam = {
  meetingId: {
    description: "The meeting's ID.",
    example: "68423085",
    parse: parseZoomId,
    missing: "invalidMeetingId",
    invalid: "invalidMeetingId",
  },
} as const;

/** The path parameter of operations on one webinar. */
export const webinarIdParam = {
  webinarId: {
    description: "The webinar's ID.",
    example: "68423085",
    parse: parseZoomId,
    missing: "invalidWebinarId",
    invalid: "invalidWebinarId",
  },
} as const;

/** How an operation on one meeting can end before it is done. */
export const MEETING_OUTCOMES = {
  invalidMeetingId: {
    when: "the path has no meeting id, or one that is not a positive int64 in digits",
    required: true,
  },
  cannotAccessWebinarInfo: { when: "the id is a webinar's" },
  meetingDoesNotExist: { when: "no meeting has the id", required: true },
  hostingNotAllowed: { when: "the meeting's host is not a licensed user" },
} as const satisfies Outcomes;

/** How an operation on one webinar can end before it is done. */
export const WEBINAR_OUTCOMES = {
  invalidWebinarId: {
    when: "the path has no webinar id, or one that is not a positive int64 in digits",
    required: true,
  },
  webinarDoesNotExist: { when: "no webinar has the id", required: true },
  webinarPlanMissing: { when: "the webinar's host has no webinar add-on" },
  noPermission: { when: "the webinar's host may not use live streaming" },
} as const satisfies Outcomes;

type Refusal<Table> = { readonly outcome: keyof Table & string };

/** The meeting that a request is about, or why it is refused. */
export async function findMeeting(
  id: string,
  { world, knows }: OperationContext<keyof typeof MEETING_OUTCOMES>,
): Promise<Meeting | Refusal<typeof MEETING_OUTCOMES>> {
  const meeting = await world.get("meetings", id);
  if (!meeting) {
    const isWebinar = knows("cannotAccessWebinarInfo") && (await world.get("webinars", id));
    return { outcome: isWebinar ? "cannotAccessWebinarInfo" : "meetingDoesNotExist" };
  }
  const host = await world.get("users", meeting.host_id);
  if (knows("hostingNotAllowed") && host !== undefined && host.type !== 2) return { outcome: "hostingNotAllowed" };
  return meeting;
}

/** The webinar that a request is about, or why it is refused. */
export async function findWebinar(
  id: string,
  { world, knows }: OperationContext<keyof typeof WEBINAR_OUTCOMES>,
): Promise<Webinar | Refusal<typeof WEBINAR_OUTCOMES>> {
  const webinar = await world.get("webinars", id);
  if (!webinar) return { outcome: "webinarDoesNotExist" };
  const host = await world.get("users", webinar.host_id);
  if (knows("webinarPlanMissing") && host?.feature.webinar === false) return { outcome: "webinarPlanMissing" };
  if (knows("noPermission") && host?.livestream_permission === false) return { outcome: "noPermission" };
  return webinar;
}
