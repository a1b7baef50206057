// Starts a meeting's live stream, starts it again too soon, stops it, and names a meeting that there cannot be.
const form = new FormData();
form.append("action", "start");
form.append("settings", JSON.stringify({ active_speaker_name: false, display_name: "Town hall" }));

await send("multipart start", "68423085", form);
await send("json start", "68423085", JSON.stringify({ action: "start" }));
await send("json stop", "68423085", JSON.stringify({ action: "stop" }));
await send("json start", "abc", JSON.stringify({ action: "start" }));
await send("multipart start, Content-Type by hand", "68423085", form, { "content-type": "multipart/form-data" });

async function send(what, meetingId, body, headers = {}) {
  const response = await fetch(`https://api.zoom.us/v2/meetings/${meetingId}/livestream/status`, {
    method: "PATCH",
    headers: {
      authorization: "Bearer <access_token>",
      accept: "application/json",
      ...(typeof body === "string" && { "content-type": "application/json" }),
      ...headers,
    },
    body,
  });
  if (response.status === 204) return console.log(`${what} 204`);
  const { code, message } = await response.json();
  if (response.status === 429) console.log(`${what} 429, wait ${response.headers.get("retry-after")}`);
  else console.log(`${what} ${response.status}, ${code} ${message}`);
}
