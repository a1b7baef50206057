import type { Evidence } from "./evidence.js";

/**
 * The choices that a user can make where Zoom's behaviour is unknown or differs between accounts and times.
 * A profile may set its own defaults; options, the command line and the environment come after it.
 */
export interface Switches {
  readonly startThrottleSeconds: number;
  readonly startWhileLive: "accept" | "refuse";
  readonly stopWhileStopped: "accept" | "refuse";
  readonly settingsWithStop: "apply" | "ignore";
  readonly settingsWhileLive: "refuse" | "apply";
  readonly modeWhileStopped: "refuse" | "apply";
  readonly modeAction: "known" | "unknown";
  readonly unconfiguredMeeting: "refuse" | "accept";
  readonly unconfiguredRead: "emptyBody" | "emptyMembers";
  readonly joinTokenUnknownMeeting: "meetingDoesNotExist" | "meetingIdDoesNotExist";
  readonly displayNamePattern: string;
  readonly scheduledSessions: "wait" | "start" | "startAndEnd";
  readonly refreshTokenRotation: "grace" | "strict";
  readonly tokenParametersInQuery: "accept" | "refuse";
  readonly tokenApiUrl: "mock" | "zoom";
  readonly wrongAccountId: "badRequest" | "accountDoesNotExist";
}

/** What a switch is for: its values, what holds without it, and how sure we are. */
export interface SwitchDescription<Value> {
  readonly values: readonly Value[] | "number" | "pattern";
  readonly default: Value;
  readonly evidence: Evidence;
  readonly meaning: string;
}

export const SWITCHES: { readonly [Name in keyof Switches]: SwitchDescription<Switches[Name]> } = {
  startThrottleSeconds: {
    values: "number",
    default: 30,
    evidence: "documented",
    meaning: "seconds within which a second start of the same meeting is refused; 0 switches the rule off",
  },
  startWhileLive: {
    values: ["accept", "refuse"],
    default: "accept",
    evidence: "assumed",
    meaning: "a start after the window, without changed settings, while the stream is live",
  },
  stopWhileStopped: {
    values: ["accept", "refuse"],
    default: "accept",
    evidence: "assumed",
    meaning: "a stop while nothing is being streamed",
  },
  settingsWithStop: {
    values: ["apply", "ignore"],
    default: "apply",
    evidence: "assumed",
    meaning: "settings that come with a stop while nothing is being streamed",
  },
  settingsWhileLive: {
    values: ["refuse", "apply"],
    default: "refuse",
    evidence: "assumed",
    meaning: "changed settings while the stream is live: documented as impossible, the answer is not documented",
  },
  modeWhileStopped: {
    values: ["refuse", "apply"],
    default: "refuse",
    evidence: "assumed",
    meaning: 'action "mode" while nothing is being streamed',
  },
  modeAction: {
    values: ["known", "unknown"],
    default: "unknown",
    evidence: "documented",
    meaning: 'whether meetings know the action "mode" and the settings layout and close_caption (since 2025)',
  },
  unconfiguredMeeting: {
    values: ["refuse", "accept"],
    default: "refuse",
    evidence: "assumed",
    meaning: "any command to a meeting without stream configuration, in profiles that have notConfigured for meetings",
  },
  unconfiguredRead: {
    values: ["emptyBody", "emptyMembers"],
    default: "emptyBody",
    evidence: "assumed",
    meaning:
      "what reading a stream that was never configured answers: nothing (a client in production relies on it), or members that are empty (another does)",
  },
  joinTokenUnknownMeeting: {
    values: ["meetingDoesNotExist", "meetingIdDoesNotExist"],
    default: "meetingDoesNotExist",
    evidence: "assumed",
    meaning:
      "what a join token for an id that no meeting has is answered: Zoom's description lists 3001 and 300 and does not tell them apart; 3001 was recorded of other operations",
  },
  displayNamePattern: {
    values: "pattern",
    // Everything but the pipe and what lies beyond the basic plane, in a form that means the same with and without flag u.
    default: "^[\\u0000-\\u007B\\u007D-\\uD7FF\\uE000-\\uFFFF]*$",
    evidence: "measured",
    meaning: "regular expression a display_name must match: a pipe was refused (measured), emoji too (reported)",
  },
  scheduledSessions: {
    values: ["wait", "start", "startAndEnd"],
    default: "wait",
    evidence: "documented",
    meaning:
      "whether meetings and webinars wait for their host, start by themselves at start_time, or also end after their duration",
  },
  refreshTokenRotation: {
    values: ["grace", "strict"],
    default: "grace",
    evidence: "measured",
    meaning:
      "after a renewal the old refresh token and its access token still work (measured), or are dead at once (as rotation is documented)",
  },
  tokenParametersInQuery: {
    values: ["accept", "refuse"],
    default: "accept",
    evidence: "measured",
    meaning:
      "parameters of POST /oauth/token in the query string: taken (many clients rely on it), or refused (reported once, devforum 124925)",
  },
  tokenApiUrl: {
    values: ["mock", "zoom"],
    default: "mock",
    evidence: "assumed",
    meaning:
      "the api_url that comes with a token: where the mock itself is, so that a client that follows it stays here, or https://api.zoom.us as Zoom says it",
  },
  wrongAccountId: {
    values: ["badRequest", "accountDoesNotExist"],
    default: "badRequest",
    evidence: "measured",
    meaning:
      "the reason that is given for an account_id that is not the app's: both are reported, Bad Request was measured",
  },
};
