// Starts a meeting's live stream, starts it again too soon, stops it, and names a meeting that there cannot be.
import { once } from "node:events";
import { request } from "node:https";
import { json } from "node:stream/consumers";

await send("json start", "68423085", { action: "start", settings: { display_name: "Town hall" } });
await send("json start", "68423085", { action: "start" });
await send("json stop", "68423085", { action: "stop" });
await send("json start", "abc", { action: "start" });

async function send(what, meetingId, body) {
  const req = request(`https://api.zoom.us/v2/meetings/${meetingId}/livestream/status`, {
    method: "PATCH",
    headers: {
      authorization: "Bearer <access_token>",
      accept: "application/json",
      "content-type": "application/json",
    },
  });
  req.end(JSON.stringify(body));
  const [res] = await once(req, "response");
  if (res.statusCode === 204) {
    res.resume();
    return console.log(`${what} 204`);
  }
  const { code, message } = await json(res);
  if (res.statusCode === 429) console.log(`${what} 429, wait ${res.headers["retry-after"]}`);
  else console.log(`${what} ${res.statusCode}, ${code} ${message}`);
}
