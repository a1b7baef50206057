import { meetingId } from "./world.mjs";

const BOUNDARY = "------------------------d74496d66958873e";

/**
 * One command as curl would send it.
 *
 * @param {"start" | "stop"} action
 * @param {string} id
 */
export function requestBytes(action, id = meetingId(0)) {
  const body = [
    `--${BOUNDARY}`,
    'Content-Disposition: form-data; name="action"',
    "",
    action,
    `--${BOUNDARY}`,
    'Content-Disposition: form-data; name="settings"',
    "",
    JSON.stringify({ active_speaker_name: true, display_name: "Weekly all-hands" }),
    `--${BOUNDARY}--`,
    "",
  ].join("\r\n");
  return Buffer.from(
    [
      `PATCH /v2/meetings/${id}/livestream/status HTTP/1.1`,
      "Host: 127.0.0.1",
      "Authorization: Bearer token",
      "User-Agent: curl/8.9.1",
      "Accept: */*",
      `Content-Length: ${body.length}`,
      `Content-Type: multipart/form-data; boundary=${BOUNDARY}`,
      "",
      body,
    ].join("\r\n"),
    "latin1",
  );
}

/** Where the meeting's id stands in the bytes. */
export const ID_OFFSET = "PATCH /v2/meetings/".length;
