import * as v from "valibot";
import type { LiveStreamConfiguration, Meeting, Webinar } from "../domain/scheduled.js";
import type { Switches } from "../domain/switches.js";
import type { Decision, JsonObject, Outcomes } from "./operation.js";

/** The body of `PATCH …/livestream`. Lengths and required fields: Zoom's description, 2025-12. An empty page_url is taken (ea-sys). */
export const liveStreamConfigurationBody = () =>
  v.object({
    stream_url: v.pipe(v.string(), v.minLength(1), v.maxLength(1024)),
    stream_key: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
    page_url: v.pipe(v.string(), v.maxLength(1024)),
    resolution: v.exactOptional(v.picklist(["720p", "1080p"])),
  });

export const sampleConfiguration = {
  stream_url: "rtmp://rtmp.example.com/live",
  stream_key: "abcd-efgh-ijkl",
  page_url: "https://example.com/live",
  resolution: "720p",
} as const satisfies JsonObject;

/** How reading the configuration can end well. */
export const CONFIGURATION_OUTCOMES = {
  details: {
    when: "the stream is configured; whether it is live, this does not tell",
    required: true,
    reply: {
      schema: v.object({
        page_url: v.string(),
        stream_key: v.string(),
        stream_url: v.string(),
        resolution: v.optional(v.string()),
      }),
      sample: sampleConfiguration,
    },
  },
  notConfigured: { when: "the stream was never configured (switch unconfiguredRead=emptyBody)", required: true },
  notConfiguredMembers: {
    when: "the stream was never configured (switch unconfiguredRead=emptyMembers)",
    required: true,
  },
} as const satisfies Outcomes;

/** What reading the configuration of a meeting or webinar tells. */
export function readConfiguration(
  { livestream }: Meeting | Webinar,
  { unconfiguredRead }: Switches,
): Decision<typeof CONFIGURATION_OUTCOMES> {
  if (livestream) return { outcome: "details", reply: livestream };
  return { outcome: unconfiguredRead === "emptyBody" ? "notConfigured" : "notConfiguredMembers" };
}

/** A meeting or webinar with another configuration; a stream that runs goes on to where it went. */
export const configured = <Streamable extends Meeting | Webinar>(
  streamable: Streamable,
  configuration: LiveStreamConfiguration,
): Streamable => ({ ...streamable, livestream: configuration });
