process.env.PACT_DO_NOT_TRACK = "true"; // Pact tells its makers about each run, unless this is exactly "true".
const assert = require("node:assert/strict");
const { test } = require("node:test");
const { PactV4 } = require("@pact-foundation/pact");
const { livestreamStatus, outcomesIn, providerState } = require("zoom-mock/pact");

const pact = new PactV4({ consumer: "town-hall-json", provider: "zoom-livestream", dir: "pacts", logLevel: "error" });
const outcomes = outcomesIn("2025");
const webinarId = "123456789";

test("a webinar that has not started cannot be streamed", () =>
  pact
    .addInteraction()
    .given(...providerState("the webinar has not started", { webinarId }))
    .uponReceiving("a start of a webinar that has not started")
    .withRequest(...livestreamStatus.json({ webinarId, action: "start" }))
    .willRespondWith(...outcomes.notStarted({ webinarId }))
    .executeTest(async ({ url }) => {
      const answer = await fetch(`${url}/v2/webinars/${webinarId}/livestream/status`, {
        method: "PATCH",
        headers: { authorization: "Bearer my-token", "content-type": "application/json" },
        body: JSON.stringify({ action: "start" }),
      });
      assert.equal(answer.status, 400);
      assert.match((await answer.json()).message, /has not started/);
    }));
