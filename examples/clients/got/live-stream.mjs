// Starts a meeting's live stream, starts it again too soon, stops it, and names a meeting that there cannot be.
import got, { HTTPError } from "got";

const zoom = got.extend({
  prefixUrl: "https://api.zoom.us/v2",
  headers: { authorization: "Bearer <access_token>" },
});
const form = new FormData();
form.append("action", "start");
form.append("settings", JSON.stringify({ active_speaker_name: false, display_name: "Town hall" }));

await send("multipart start", "68423085", { body: form });
await send("json start", "68423085", { json: { action: "start" } });
await send("json stop", "68423085", { json: { action: "stop" } });
await send("json start", "abc", { json: { action: "start" } });

async function send(what, meetingId, body) {
  try {
    const { statusCode } = await zoom.patch(`meetings/${meetingId}/livestream/status`, {
      ...body,
      responseType: "json",
    });
    console.log(`${what} ${statusCode}`);
  } catch (error) {
    if (!(error instanceof HTTPError)) throw error;
    const { statusCode, headers, body: answer } = error.response;
    if (statusCode === 429) console.log(`${what} 429, wait ${headers["retry-after"]}`);
    else console.log(`${what} threw ${statusCode}, ${answer.code} ${answer.message}`);
  }
}
