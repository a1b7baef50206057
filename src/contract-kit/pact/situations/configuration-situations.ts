import type { Situation, Situations } from "../situation.js";

/** The document of a stream whose configuration the state gives. */
const configured: Situation["reply"] = ({ streamUrl, streamKey, pageUrl }) => ({
  stream_url: streamUrl,
  stream_key: streamKey,
  page_url: pageUrl,
});

/** Of reading and writing where a live stream goes. */
export const CONFIGURATION_SITUATIONS: Situations = {
  meetingLiveStreamUpdate: {
    updated: [{ state: "a meeting exists" }],
    cannotAccessWebinarInfo: [{ state: "the meeting id belongs to a webinar" }],
    meetingDoesNotExist: [{ state: "no meeting exists" }],
    hostingNotAllowed: [{ state: "the meeting's host is not licensed" }],
  },
  getMeetingLiveStreamDetails: {
    details: [{ state: "the meeting's live stream is configured", reply: configured }],
    invalidMeetingId: [{ id: ":meetingId" }],
    meetingDoesNotExist: [{ state: "no meeting exists" }],
    hostingNotAllowed: [{ state: "the meeting's host is not licensed" }],
  },
};
