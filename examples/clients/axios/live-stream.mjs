// Starts a meeting's live stream, starts it again too soon, stops it, and names a meeting that there cannot be.
import axios from "axios";
import FormData from "form-data";

const zoom = axios.create({
  baseURL: "https://api.zoom.us/v2",
  headers: { Authorization: "Bearer <access_token>" },
});
const form = new FormData();
form.append("action", "start");
form.append("settings", JSON.stringify({ active_speaker_name: false, display_name: "Town hall" }));

await send("multipart start", "68423085", form);
await send("json start", "68423085", { action: "start" });
await send("json stop", "68423085", { action: "stop" });
await send("json start", "abc", { action: "start" });
const stop = { action: "stop", settings: { display_name: "Town hall" } };
await send("multipart stop of an object", "68423085", stop, { headers: { "Content-Type": "multipart/form-data" } });

async function send(what, meetingId, body, config) {
  try {
    const { status } = await zoom.patch(`/meetings/${meetingId}/livestream/status`, body, config);
    console.log(`${what} ${status}`);
  } catch (error) {
    if (!axios.isAxiosError(error) || !error.response) throw error;
    const { status, headers, data } = error.response;
    if (status === 429) console.log(`${what} 429, wait ${headers["retry-after"]}`);
    else console.log(`${what} threw ${status}, ${data.code} ${data.message}`);
  }
}
