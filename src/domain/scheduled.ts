import type { LiveStreamStatus } from "./livestream.js";

/** Where the stream goes, as `GET …/livestream` shows it. */
export interface LiveStreamConfiguration {
  readonly stream_url: string;
  readonly stream_key: string;
  readonly page_url: string;
  readonly resolution?: string;
}

/** What meetings and webinars have in common. */
export interface Scheduled {
  /** Digits up to 2^63-1, always a string. */
  readonly id: string;
  /** Another one for each time it is held. */
  readonly uuid: string;
  readonly topic: string;
  readonly agenda: string;
  readonly host_id: string;
  /** ISO 8601 time; `null` where it has no fixed one. */
  readonly start_time: string | null;
  /** In minutes. */
  readonly duration: number;
  readonly timezone: string;
  readonly password: string;
  /** ISO 8601 time. */
  readonly created_at: string;
  /** As the caller sent it, of a recurring one. */
  readonly recurrence: Readonly<Record<string, unknown>> | null;
  /** `null`: never configured. */
  readonly livestream: LiveStreamConfiguration | null;
  readonly livestream_status: LiveStreamStatus;
}

/** Settings that meetings and webinars share; what is left out is as Zoom has it by default. */
interface SharedSettings {
  readonly host_video?: boolean;
  readonly approval_type?: 0 | 1 | 2;
  /** `telephony`: nobody but by phone. */
  readonly audio?: "both" | "telephony" | "voip" | "thirdParty";
  readonly auto_recording?: "local" | "cloud" | "none";
  readonly alternative_hosts?: string;
  readonly meeting_authentication?: boolean;
}

/** Source: `settings` of `GET /meetings/{meetingId}`, those that integrations read. */
export interface MeetingSettings extends SharedSettings {
  readonly participant_video?: boolean;
  readonly join_before_host?: boolean;
  readonly mute_upon_entry?: boolean;
  readonly watermark?: boolean;
  readonly use_pmi?: boolean;
  readonly waiting_room?: boolean;
  /** `e2ee`: it cannot be streamed. */
  readonly encryption_type?: "enhanced_encryption" | "e2ee";
}

/** Source: `settings` of `GET /webinars/{webinarId}`, those that integrations read. */
export interface WebinarSettings extends SharedSettings {
  readonly panelists_video?: boolean;
  /** Hosts and panelists rehearse before the webinar starts; that does not count as started. */
  readonly practice_session?: boolean;
  readonly hd_video?: boolean;
  readonly on_demand?: boolean;
}

/** A meeting. */
export interface Meeting extends Scheduled {
  /** 1 instant, 2 scheduled, 3 recurring without a fixed time, 4 personal room, 8 recurring, 10 screen share only. */
  readonly type: 1 | 2 | 3 | 4 | 8 | 10;
  readonly status: "waiting" | "started";
  readonly settings: MeetingSettings;
}

/** A webinar. Its practice session does not count as started. */
export interface Webinar extends Scheduled {
  /** 5 webinar, 6 recurring without a fixed time, 9 recurring. */
  readonly type: 5 | 6 | 9;
  readonly status: "waiting" | "practice" | "started";
  readonly settings: WebinarSettings;
}
