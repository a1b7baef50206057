import { PactV4 } from "@pact-foundation/pact";
import { expect, test } from "vitest";
import { anySetting, livestreamStatus, outcomes, providerState, request, responses } from "zoom-mock/pact";

const pact = new PactV4({ consumer: "town-hall", provider: "zoom-livestream", dir: "pacts", logLevel: "error" });
const meetingId = "123456789";

// What your application does; only the base URL differs from production.
async function startStream(url: string, name: string): Promise<Response> {
  const body = new FormData();
  body.append("action", "start");
  body.append("settings", JSON.stringify({ display_name: name, active_speaker_name: true }));
  const headers = { authorization: "Bearer my-token" };
  return fetch(`${url}/v2/meetings/${meetingId}/livestream/status`, { method: "PATCH", headers, body });
}

const start = livestreamStatus.multipart({
  meetingId,
  action: "start",
  settings: { display_name: anySetting.display_name(), active_speaker_name: true },
});

test("a stream starts", () =>
  pact
    .addInteraction()
    .given(...providerState("a meeting exists", { meetingId }))
    .uponReceiving("a start")
    .withRequest(...start)
    .willRespondWith(...outcomes.updated({ meetingId }))
    .executeTest(async ({ url }) => {
      expect((await startStream(url, "All hands")).status).toBe(204);
    }));

test("a second start within 30 seconds is refused, and says when to come back", () =>
  pact
    .addInteraction()
    .given(...providerState("the meeting's live stream was just started", { meetingId }))
    .uponReceiving("a second start within 30 seconds")
    .withRequest(...start)
    .willRespondWith(...outcomes.startThrottled({ meetingId }))
    .executeTest(async ({ url }) => {
      const refused = await startStream(url, "All hands");
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    }));

// Every other operation goes by its name in Zoom's description.
const { details } = responses("getMeetingLiveStreamDetails", "2025");

test("the stream key is read before a stream starts", () =>
  pact
    .addInteraction()
    .given(...providerState("the meeting's live stream is configured", { meetingId, streamKey: "my-key" }))
    .uponReceiving("a question for the configuration")
    .withRequest(...request("getMeetingLiveStreamDetails", { meetingId }))
    .willRespondWith(...details({ stream_key: "my-key" }))
    .executeTest(async ({ url }) => {
      const headers = { authorization: "Bearer my-token" };
      const response = await fetch(`${url}/v2/meetings/${meetingId}/livestream`, { headers });
      expect(await response.json()).toMatchObject({ stream_key: "my-key" });
    }));
