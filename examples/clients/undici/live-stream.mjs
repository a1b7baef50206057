// Starts a meeting's live stream, starts it again too soon, stops it, and names a meeting that there cannot be.
import { EnvHttpProxyAgent, FormData, request } from "undici";

const dispatcher = new EnvHttpProxyAgent();
const form = new FormData();
form.append("action", "start");
form.append("settings", JSON.stringify({ active_speaker_name: false, display_name: "Town hall" }));

await send("multipart start", "68423085", form);
await send("json start", "68423085", JSON.stringify({ action: "start" }));
await send("json stop", "68423085", JSON.stringify({ action: "stop" }));
await send("json start", "abc", JSON.stringify({ action: "start" }));

async function send(what, meetingId, body) {
  const {
    statusCode,
    headers,
    body: answer,
  } = await request(`https://api.zoom.us/v2/meetings/${meetingId}/livestream/status`, {
    dispatcher,
    method: "PATCH",
    headers: {
      authorization: "Bearer <access_token>",
      accept: "application/json",
      ...(typeof body === "string" && { "content-type": "application/json" }),
    },
    body,
  });
  if (statusCode === 204) {
    await answer.dump();
    return console.log(`${what} 204`);
  }
  const { code, message } = await answer.json();
  if (statusCode === 429) console.log(`${what} 429, wait ${headers["retry-after"]}`);
  else console.log(`${what} ${statusCode}, ${code} ${message}`);
}
