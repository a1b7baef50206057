// Starts a meeting's live stream, starts it again too soon, stops it, and hears of it by webhooks until Ctrl-C.
import { MeetingsS2SAuthClient } from "@zoom/rivet/meetings";

const client = new MeetingsS2SAuthClient({
  clientId: process.env.ZOOM_CLIENT_ID,
  clientSecret: process.env.ZOOM_CLIENT_SECRET,
  accountId: process.env.ZOOM_ACCOUNT_ID,
  webhooksSecretToken: process.env.ZOOM_WEBHOOK_SECRET_TOKEN,
  port: Number(process.env.PORT),
});
const started = heard("meeting.live_streaming_started");
const stopped = heard("meeting.live_streaming_stopped");
await client.start();

await send("start", 68423085, { settings: { active_speaker_name: false, display_name: "Town hall" } });
console.log("webhook: the live stream of", await started, "started");
await send("start", 68423085);
await send("stop", 68423085);
console.log("webhook: the live stream of", await stopped, "stopped");
await send("start", "abc");

async function send(action, meetingId, body) {
  try {
    const request = { path: { meetingId }, body: { action, ...body } };
    const { statusCode } = await client.endpoints.meetings.updateLivestreamStatus(request);
    console.log(`json ${action} ${statusCode}`);
  } catch (error) {
    const wait = /after (\d+) seconds/.exec(error.message)?.[1];
    console.log(`json ${action} threw ${error.name} ${error.message}${wait ? `, wait ${wait}` : ""}`);
    if (wait) console.log("its members besides:", Object.keys(error).join(", "));
  }
}

function heard(event) {
  return new Promise((resolve) => {
    client.webEventConsumer.event(event, ({ payload }) => resolve(payload.object.id));
  });
}
