/** Where the streams of webinars may go. */
export const LIVE_STREAM_SERVICES = [
  "facebook",
  "workplace_by_facebook",
  "youtube",
  "custom_live_streaming_service",
] as const;
export type LiveStreamService = (typeof LIVE_STREAM_SERVICES)[number];

/** The part of a user's settings that decides about live streams. Source: `GET /users/{userId}/settings`. */
export interface InMeetingSettings {
  /** Of meetings. */
  readonly allow_live_streaming: boolean;
  readonly custom_live_streaming_service: boolean;
  readonly custom_service_instructions: string;
  readonly live_streaming_facebook: boolean;
  readonly live_streaming_youtube: boolean;
  readonly workplace_by_facebook: boolean;
  readonly webinar_live_streaming: {
    readonly enable: boolean;
    readonly custom_service_instructions: string;
    readonly live_streaming_reminder: boolean;
    readonly live_streaming_service: readonly LiveStreamService[];
  };
}

/** A user of Zoom, with what decides whether they may stream. */
export interface User {
  readonly id: string;
  readonly account_id: string;
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
  /** 1 Basic, 2 Licensed, 4 Unassigned, 99 None. Source: `GET /users/{userId}`. */
  readonly type: 1 | 2 | 4 | 99;
  readonly timezone: string;
  readonly status: "active" | "inactive" | "pending";
  readonly feature: {
    /** The webinar add-on. */
    readonly webinar: boolean;
  };
  /** Whether the user's role lets them use the live stream of webinars; without it: "No permission.". */
  readonly livestream_permission: boolean;
  readonly settings: { readonly in_meeting: InMeetingSettings };
}

/** Whether the user's settings let webinars be streamed to a service. */
export function streamsWebinarsTo({ settings }: User, service: LiveStreamService): boolean {
  const { enable, live_streaming_service } = settings.in_meeting.webinar_live_streaming;
  return enable && live_streaming_service.includes(service);
}
