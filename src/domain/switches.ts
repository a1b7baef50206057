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
  readonly errorFormat: "json" | "accept";
  readonly thousandsSeparators: "never" | "webinars" | "always";
  readonly language: "en" | "es";
  readonly webinarCodes: "zoom" | "meeting";
  readonly enumCase: "sensitive" | "insensitive";
  readonly unknownRoute: "notImplemented" | "notRecognized";
  readonly contentTypes: "lenient" | "strict";
  readonly scheduledSessions: "wait" | "start" | "startAndEnd";
  readonly refreshTokenRotation: "grace" | "strict";
  readonly tokenParametersInQuery: "accept" | "refuse";
  readonly tokenApiUrl: "mock" | "zoom";
  readonly wrongAccountId: "badRequest" | "accountDoesNotExist";
  readonly liveStreamingEventId: "number" | "string";
  readonly webinarLiveStreamingEvents: "none" | "invented";
}

/** What a switch is for: its values, what holds without it, and how sure we are. */
export interface SwitchDescription<Value> {
  readonly values: readonly Value[] | "number" | "pattern";
  readonly default: Value;
  /** What somebody recorded of the real Zoom, where somebody did: what option `realistic` sets. */
  readonly realistic?: Value;
  readonly evidence: Evidence;
  readonly meaning: string;
}

/** Everything but the pipe and what lies beyond the basic plane, in a form that means the same with and without flag u. */
const NO_PIPE_NO_EMOJI = "^[\\u0000-\\u007B\\u007D-\\uD7FF\\uE000-\\uFFFF]*$";

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
    default: NO_PIPE_NO_EMOJI,
    realistic: NO_PIPE_NO_EMOJI,
    evidence: "measured",
    meaning: "regular expression a display_name must match: a pipe was refused (measured), emoji too (reported)",
  },
  errorFormat: {
    values: ["json", "accept"],
    default: "json",
    realistic: "accept",
    evidence: "measured",
    meaning: "accept: a 400 with code 300 comes as XML when the Accept header names no JSON, as with */* or none",
  },
  thousandsSeparators: {
    values: ["never", "webinars", "always"],
    default: "never",
    realistic: "webinars",
    evidence: "measured",
    meaning: 'whose id "has not started" writes like 82,929,473,321; recorded for webinars',
  },
  language: {
    values: ["en", "es"],
    default: "en",
    evidence: "assumed",
    meaning:
      "language of messages; codes stay. Spanish messages were recorded, their words are assumed. Messages of your own fixtures stay as they are",
  },
  webinarCodes: {
    values: ["zoom", "meeting"],
    default: "zoom",
    realistic: "zoom",
    evidence: "measured",
    meaning:
      "zoom: a webinar that has not started answers code 200; meeting: the meeting's code, to see what depends on it",
  },
  enumCase: {
    values: ["sensitive", "insensitive"],
    default: "sensitive",
    realistic: "sensitive",
    evidence: "measured",
    meaning: 'the letter case of action: Zoom refused "Start"',
  },
  unknownRoute: {
    values: ["notImplemented", "notRecognized"],
    default: "notImplemented",
    realistic: "notRecognized",
    evidence: "measured",
    meaning:
      "a path under /v2, or a method, that the mock does not have: its own 501 with the nearest routes, or Zoom's 404 with code 2300",
  },
  contentTypes: {
    values: ["lenient", "strict"],
    default: "lenient",
    realistic: "strict",
    evidence: "measured",
    meaning: "strict: a type of body that the profile does not list is answered 415 with code 300",
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
  liveStreamingEventId: {
    values: ["number", "string"],
    default: "number",
    evidence: "documented",
    meaning:
      "the id in meeting.live_streaming_started and _stopped: a number as in Zoom's samples, or a string as recorded of meeting.started",
  },
  webinarLiveStreamingEvents: {
    values: ["none", "invented"],
    default: "none",
    evidence: "assumed",
    meaning:
      "webinar.live_streaming_started and _stopped, which Zoom's lists of events do not have: not sent, or invented after those of meetings",
  },
};
