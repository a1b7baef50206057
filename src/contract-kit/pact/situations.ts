import type { LiveStreamStatusRequest } from "./livestream-status.js";

/** How an outcome is brought about: what the world is like, and what is asked of it. */
export interface Situation {
  /** A state of the catalogue. Without one, what the scenario holds does not matter. */
  readonly state?: string;
  /** @default "start" */
  readonly action?: NonNullable<LiveStreamStatusRequest["action"]>;
  /** What stands in the path instead of the state's id. */
  readonly id?: string;
  readonly token?: null;
}

type Situations = Readonly<Record<string, readonly Situation[]>>;

/** By operation and outcome. An outcome in more than one situation has a case for each. */
const SITUATIONS: Readonly<Record<string, Situations>> = {
  meetingLiveStreamStatusUpdate: {
    updated: [
      { state: "a meeting exists" },
      { state: "the meeting's live stream is live", action: "stop" },
      { state: "the meeting's live stream is live", action: "mode" },
    ],
    startThrottled: [{ state: "the meeting's live stream was just started" }],
    missingMeetingId: [{ id: "" }],
    invalidMeetingId: [{ id: ":meetingId" }],
    cannotAccessWebinarInfo: [{ state: "the meeting id belongs to a webinar" }],
    meetingDoesNotExist: [{ state: "no meeting exists" }],
    userDoesNotExist: [{ state: "the meeting's host does not exist" }],
    userNotInAccount: [{ state: "the meeting's host belongs to another account" }],
    hostingNotAllowed: [{ state: "the meeting's host is not licensed" }],
    endToEndEncrypted: [{ state: "the meeting is end-to-end encrypted" }],
    notStarted: [{ state: "the meeting has not started" }],
    accessTokenMissing: [{ state: "a meeting exists", token: null }],
  },
  webinarLiveStreamStatusUpdate: {
    updated: [{ state: "a webinar exists" }, { state: "the webinar's live stream is live", action: "stop" }],
    invalidWebinarId: [{ id: ":webinarId" }],
    webinarIdDoesNotExist: [{ state: "the webinar id belongs to a meeting" }],
    webinarDoesNotExist: [{ state: "no webinar exists" }],
    userDoesNotExist: [{ state: "the webinar's host does not exist" }],
    webinarPlanMissing: [{ state: "the webinar's host has no webinar plan" }],
    noPermission: [{ state: "the webinar's host has no permission" }],
    notConfigured: [{ state: "the webinar has no stream configuration" }],
    notStarted: [{ state: "the webinar has not started" }],
    accessTokenMissing: [{ state: "a webinar exists", token: null }],
  },
};

/** Documented outcomes that no contract can bring about, and why. */
export const NOT_IN_CONTRACTS: Readonly<Record<string, string>> = {
  rateLimitPerSecond: "it depends on the plan's limits, for which there is no provider state",
  rateLimitPerDay: "it depends on the plan's limits, for which there is no provider state",
  accessTokenExpired: "tokens are any at all while contracts are verified",
};

/** The situations in which an operation ends with an outcome. */
export const situationsOf = (operationId: string, outcome: string): readonly Situation[] =>
  SITUATIONS[operationId]?.[outcome] ?? [];
