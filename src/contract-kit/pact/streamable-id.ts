import { meetingLiveStreamStatusUpdate } from "../../operations/meeting-livestream-status-update.js";
import type { AnyOperation } from "../../operations/operation.js";
import { webinarLiveStreamStatusUpdate } from "../../operations/webinar-livestream-status-update.js";

/** Whose live stream it is: the name of the id says whether a meeting's or a webinar's. Without one, the seeds' meeting. */
export type StreamableId =
  | { readonly meetingId?: string; readonly webinarId?: never }
  | { readonly meetingId?: never; readonly webinarId: string };

const OPERATIONS = { meetingId: meetingLiveStreamStatusUpdate, webinarId: webinarLiveStreamStatusUpdate } as const;

/**
 * The operation that an id belongs to, and the id.
 *
 * @throws TypeError when there are two ids.
 */
export function liveStreamStatusOf({ meetingId, webinarId }: StreamableId): {
  readonly operation: AnyOperation;
  readonly param: keyof typeof OPERATIONS;
  readonly id: string;
} {
  if (meetingId !== undefined && webinarId !== undefined) {
    throw new TypeError(
      "Failed to tell a meeting from a webinar: there are both a meetingId and a webinarId. Give one of them.",
    );
  }
  const param = webinarId === undefined ? "meetingId" : "webinarId";
  const operation: AnyOperation = OPERATIONS[param];
  return { operation, param, id: meetingId ?? webinarId ?? operation.params[param]?.example ?? "" };
}

/** Whether an operation commands a live stream: the only ones that the seeds describe, and with forms. */
export const isLiveStreamStatus = ({ id }: AnyOperation): boolean =>
  Object.values<AnyOperation>(OPERATIONS).some((operation) => operation.id === id);
