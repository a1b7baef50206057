import { PactV4 } from "@pact-foundation/pact";
import { expect, test } from "vitest";
import { verifyZoomSignature } from "zoom-mock";
import { type PactAsynchronousMessage, providerState, signedWebhook, webhook } from "zoom-mock/pact";

const pact = new PactV4({ consumer: "town-hall-board", provider: "zoom-livestream", dir: "pacts", logLevel: "error" });
const meetingId = "123456789";
const secretToken = "s3cret";
const onAir = new Map<string, string>();

// Your application's endpoint.
async function receive(request: Request): Promise<Response> {
  const body = await request.text();
  if (!verifyZoomSignature({ headers: request.headers, body }, { secretToken }))
    return new Response("", { status: 401 });
  const { event, payload } = JSON.parse(body);
  // A number in this event, a text in that one.
  const id = String(payload.object.id);
  if (event === "meeting.live_streaming_started") onAir.set(id, payload.object.topic);
  if (event === "meeting.ended") onAir.delete(id);
  return new Response(null, { status: 204 });
}

// The signature in a contract is an example; this one is valid for your secret token.
const deliver = (message: PactAsynchronousMessage) =>
  receive(new Request("http://localhost/zoom", { method: "POST", ...signedWebhook(message, { secretToken }) }));

test("a stream that starts is on the board", () =>
  pact
    .addAsynchronousInteraction()
    .given(...providerState("a meeting exists", { meetingId }))
    .expectsToReceive(...webhook("meeting.live_streaming_started", { meetingId }))
    .executeTest(async (message) => {
      expect((await deliver(message)).status).toBe(204);
      expect([...onAir.keys()]).toEqual([meetingId]);
    }));

test("a meeting that ends is taken off it", () =>
  pact
    .addAsynchronousInteraction()
    .given(...providerState("a meeting exists", { meetingId }))
    .expectsToReceive(...webhook("meeting.ended", { meetingId }))
    .executeTest(async (message) => {
      onAir.set(meetingId, "All hands");
      expect((await deliver(message)).status).toBe(204);
      expect([...onAir.keys()]).toEqual([]);
    }));
