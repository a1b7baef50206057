import type { Meeting } from "../domain/scheduled.js";
import type { User } from "../domain/user.js";
import type { OperationContext, Outcomes } from "./operation.js";

/** How an operation on a meeting as a whole can end before it is done. */
export const SCHEDULED_MEETING_OUTCOMES = {
  invalidMeetingId: {
    when: "the path has no meeting id, or one that is not a positive int64 in digits",
    required: true,
  },
  cannotAccessWebinarInfo: { when: "the id is a webinar's" },
  meetingDoesNotExist: { when: "no meeting has the id", required: true },
  hostingNotAllowed: { when: "the meeting's host has no licence to host: type 4 (Unassigned) or 99 (None)" },
} as const satisfies Outcomes;

/** Whether a user may host at all. Basic users may; what they cannot do is to stream. */
export const mayHost = (user: User | undefined): boolean => user?.type !== 4 && user?.type !== 99;

/** The meeting that a request is about and its host, or why it is refused. */
export async function findScheduledMeeting(
  id: string,
  { world, knows }: Pick<OperationContext<keyof typeof SCHEDULED_MEETING_OUTCOMES>, "world" | "knows">,
): Promise<
  | { readonly meeting: Meeting; readonly host: User | undefined }
  | { readonly outcome: keyof typeof SCHEDULED_MEETING_OUTCOMES }
> {
  const meeting = await world.get("meetings", id);
  if (!meeting) {
    const isWebinar = knows("cannotAccessWebinarInfo") && (await world.get("webinars", id));
    return { outcome: isWebinar ? "cannotAccessWebinarInfo" : "meetingDoesNotExist" };
  }
  const host = await world.get("users", meeting.host_id);
  if (knows("hostingNotAllowed") && !mayHost(host)) return { outcome: "hostingNotAllowed" };
  return { meeting, host };
}
