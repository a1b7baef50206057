import * as v from "valibot";
import { LIVE_STREAM_SERVICES, type User } from "../domain/user.js";
import { settingsObject } from "./livestream-status.js";
import type { JsonObject } from "./operation.js";

const webinarLiveStreaming = v.object({
  enable: v.boolean(),
  custom_service_instructions: v.string(),
  live_streaming_reminder: v.boolean(),
  live_streaming_service: v.pipe(v.array(v.picklist(LIVE_STREAM_SERVICES)), v.readonly()),
});

const inMeeting = v.object({
  allow_live_streaming: v.boolean(),
  custom_live_streaming_service: v.boolean(),
  custom_service_instructions: v.string(),
  live_streaming_facebook: v.boolean(),
  live_streaming_youtube: v.boolean(),
  workplace_by_facebook: v.boolean(),
  webinar_live_streaming: webinarLiveStreaming,
});

const feature = v.object({ webinar: v.boolean() });

/** The part of a user's settings that decides about live streams. */
export const userSettingsSchema = v.object({ feature, in_meeting: inMeeting });

/** Some of the same, as a caller changes them. */
export const userSettingsBody = () =>
  v.partial(
    v.object({
      feature: settingsObject(v.partial(feature).entries),
      in_meeting: settingsObject({
        ...v.partial(inMeeting).entries,
        webinar_live_streaming: v.optional(settingsObject(v.partial(webinarLiveStreaming).entries)),
      }),
    }),
  );

/** A user's settings, put together as Zoom does. */
export const settingsOf = ({ feature, settings }: User) => ({ feature, ...settings });

/** Settings as they are where nobody has changed them. */
export const sampleSettings = {
  feature: { webinar: true },
  in_meeting: {
    allow_live_streaming: true,
    custom_live_streaming_service: true,
    custom_service_instructions: "",
    live_streaming_facebook: false,
    live_streaming_youtube: false,
    workplace_by_facebook: false,
    webinar_live_streaming: {
      enable: true,
      custom_service_instructions: "",
      live_streaming_reminder: false,
      live_streaming_service: ["custom_live_streaming_service"],
    },
  },
} as const satisfies JsonObject;
