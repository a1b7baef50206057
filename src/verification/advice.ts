import type { Exchange } from "../simulator/exchange.js";

/**
 * What to do about an outcome; `{id}` is the meeting's or webinar's id, `{kind}` its kind. What is not here is undone by
 * doing the opposite of what the operation says of the outcome.
 */
const ADVICE: Readonly<Record<string, string>> = {
  accessTokenMissing: "Send Authorization: Bearer and a token from POST /oauth/token.",
  accessTokenInvalid:
    "Ask POST /oauth/token for a token of this mock and universe, or start the mock with tokens: any.",
  accessTokenExpired: "Ask POST /oauth/token for a new token: it lives an hour of the mock's clock.",
  scopesMissing:
    "Give the app one of the operation's scopes, and ask for a new token: a token keeps the scopes it had.",
  invalidApiKey: "Ask for the token with grant_type=account_credentials, not client_credentials.",
  rateLimitPerSecond: "Wait for the next second (or minute), or let it pass: clock.advance.",
  rateLimitPerDay: "Wait until the time in Retry-After, or let it pass: clock.set.",
  dailyUserLimit: "Wait until 00:00 UTC, or let it pass: clock.advance.",
  unsupportedContentType: "Send Content-Type: application/json with a JSON body.",
  malformedJson: "Send the whole body as one JSON object, with Content-Type: application/json.",
  startThrottled: 'Wait 30 seconds after the last start, or let them pass: clock.advance("30s").',
  settingsLocked: "Stop the stream first, or change it with action mode where the profile has it.",
  alreadyLive: "Stop the stream first, or start it once only.",
  notLive: "Start the stream first.",
  cannotAccessWebinarInfo: "{id} is a webinar's id: send it to the same path under /v2/webinars.",
  webinarIdDoesNotExist: "{id} is a meeting's id: send it to the same path under /v2/meetings.",
  meetingDoesNotExist: 'Use an id that the world has, or add the meeting: meetings.put("{id}").',
  meetingIdDoesNotExist: 'Use an id that the world has, or add the meeting: meetings.put("{id}").',
  webinarDoesNotExist: 'Use an id that the world has, or add the webinar: webinars.put("{id}").',
  notStarted: 'Let the host start it first: {kind}.start("{id}"). A practice session does not count.',
  endToEndEncrypted: 'Use a meeting without end-to-end encryption (settings.encryption_type other than "e2ee").',
  hostingNotAllowed: "Make the host a licensed user (type 2).",
  webinarPlanMissing: "Give the webinar's host the webinar add-on.",
  notConfigured: "Configure the stream first, with PATCH …/livestream.",
  notConfiguredMembers: "Configure the stream first, with PATCH …/livestream.",
  liveStreamingNotAllowed: "Switch live streaming on in the host's settings.",
  customLiveStreamingNotEnabled: "Switch the custom live-streaming service for webinars on in the host's settings.",
  invalidMeetingId: "Send the id in digits only: no placeholder, separators or quotes.",
  invalidWebinarId: "Send the id in digits only: no placeholder, separators or quotes.",
  missingMeetingId: "Put the meeting's id into the path.",
  unsupportedGrantType: "Send grant_type as a form (application/x-www-form-urlencoded), not as JSON.",
  invalidClient: "Send the client id and secret of an app of this mock's world as HTTP Basic.",
  endpointNotRecognized: "Correct the path; /__zoom/requests/near-misses names the nearest.",
};

/** What to do so that a request does not end so again; nothing where there is no more to say than when it does. */
export function adviceOn({ outcome, request }: Exchange): string | undefined {
  const advice = outcome === null || !Object.hasOwn(ADVICE, outcome) ? undefined : ADVICE[outcome];
  const { meetingId, webinarId } = request.params;
  return advice
    ?.replaceAll("{id}", meetingId ?? webinarId ?? "")
    .replaceAll("{kind}", webinarId === undefined ? "meetings" : "webinars");
}

/** The outcomes that have advice. */
export const ADVISED: readonly string[] = Object.keys(ADVICE);
