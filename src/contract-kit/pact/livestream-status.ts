import { jsonSettings, jsonText, type SettingsTemplate } from "./live-stream-settings.js";
import { type PactMatcher, regex } from "./matcher.js";
import { multipartForm } from "./multipart-form.js";
import type { PactRequest } from "./pact-builders.js";
import { liveStreamStatusOf, type StreamableId } from "./streamable-id.js";

/** A request of `PATCH …/livestream/status`. */
export type LiveStreamStatusRequest = StreamableId & {
  /** Matched exactly: the answer depends on it. */
  readonly action?: "start" | "stop" | "mode";
  readonly settings?: SettingsTemplate;
  /**
   * The access token that stands in the contract; a client may send any other. `null`: there is no Authorization header.
   * @default "test-token"
   */
  readonly token?: string | null;
};

/** Builds the request of `PATCH …/livestream/status`, for PactV4's `withRequest`, in each of its two encodings. */
export const livestreamStatus = {
  /** `multipart/form-data` as the seeds have it: `action` as text, `settings` as JSON in a text field. */
  multipart: (request: LiveStreamStatusRequest): PactRequest => [
    ...methodAndPath(request),
    multipartForm(
      {
        ...(request.action !== undefined && { action: request.action }),
        ...(request.settings && { settings: jsonText(request.settings) }),
      },
      authorization(request),
    ),
  ],
  /** `application/json`. */
  json: (request: LiveStreamStatusRequest): PactRequest => [
    ...methodAndPath(request),
    (builder) => {
      builder.headers({ ...authorization(request), "Content-Type": JSON_TYPE }).jsonBody({
        ...(request.action !== undefined && { action: request.action }),
        ...(request.settings && { settings: jsonSettings(request.settings) }),
      });
    },
  ],
};

/** Pact itself takes `application/json; charset=utf-8` for it too. */
const JSON_TYPE = "application/json";

function methodAndPath(request: LiveStreamStatusRequest): [method: string, path: string] {
  const { operation, param, id } = liveStreamStatusOf(request);
  return [operation.method, operation.path.replace(`{${param}}`, id)];
}

const authorization = ({ token = "test-token" }: LiveStreamStatusRequest): Record<string, PactMatcher<string>> =>
  token === null ? {} : { Authorization: regex("^Bearer \\S+$", `Bearer ${token}`) };
