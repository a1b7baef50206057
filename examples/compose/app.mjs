// Stands for your application, which knows nothing of mocks: it gets a token and starts a live stream.
const { ZOOM_API_BASE_URL = "https://api.zoom.us/v2", ZOOM_TOKEN_URL = "https://zoom.us/oauth/token" } = process.env;

const credentials = Buffer.from("my-client-id:my-client-secret").toString("base64");
const granted = await fetch(`${ZOOM_TOKEN_URL}?grant_type=account_credentials&account_id=my-account`, {
  method: "POST",
  headers: { authorization: `Basic ${credentials}` },
});
const { access_token: token } = await granted.json();
console.log(`token: ${granted.status}`);

const started = await fetch(`${ZOOM_API_BASE_URL}/meetings/68423085/livestream/status`, {
  method: "PATCH",
  headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
  body: JSON.stringify({ action: "start", settings: { active_speaker_name: true, display_name: "Town hall" } }),
});
console.log(`start: ${started.status}`);
