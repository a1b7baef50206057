import type { Situation, Situations } from "../situation.js";
import { MEETING_REFUSALS, WEBINAR_REFUSALS } from "./usual-situations.js";

/** The document of a stream whose configuration the state gives. */
const configured: Situation["reply"] = ({ streamUrl, streamKey, pageUrl }) => ({
  stream_url: streamUrl,
  stream_key: streamKey,
  page_url: pageUrl,
});

const unlicensed = { hostingNotAllowed: [{ state: "the meeting's host is not licensed" }] };
const noCustomService = {
  customLiveStreamingNotEnabled: [{ state: "the webinar's host does not allow custom live streams" }],
};

/** Of reading and writing where a live stream goes, and of the tokens with which bots get its data. */
export const CONFIGURATION_SITUATIONS: Situations = {
  meetingLiveStreamUpdate: { ...MEETING_REFUSALS, ...unlicensed, updated: [{ state: "a meeting exists" }] },
  getMeetingLiveStreamDetails: {
    ...MEETING_REFUSALS,
    ...unlicensed,
    details: [{ state: "the meeting's live stream is configured", reply: configured }],
  },
  webinarLiveStreamUpdate: { ...WEBINAR_REFUSALS, ...noCustomService, updated: [{ state: "a webinar exists" }] },
  getWebinarLiveStreamDetails: {
    ...WEBINAR_REFUSALS,
    ...noCustomService,
    details: [{ state: "the webinar's live stream is configured", reply: configured }],
  },
  meetingLiveStreamingJoinToken: {
    ...MEETING_REFUSALS,
    ...unlicensed,
    joinToken: [{ state: "a meeting exists" }],
    liveStreamingNotAllowed: [{ state: "the meeting's host does not allow live streams" }],
  },
  webinarLiveStreamingJoinToken: {
    ...WEBINAR_REFUSALS,
    joinToken: [{ state: "a webinar exists" }],
    liveStreamingNotAllowed: [{ state: "the webinar's host does not allow live streams" }],
  },
};
