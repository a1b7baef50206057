import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  connectZoomMock,
  createZoomMockApp,
  startZoomMock,
  type ZoomMock,
  type ZoomMockControlError,
} from "../../src/index.js";
import { encryptedTokenOf } from "../../src/webhooks/signature.js";
import { zoomMock } from "../support/cli.js";
import { temporaryFolder } from "../support/folder.js";
import { startReceiver } from "../support/webhook-receiver.js";

/** An endpoint that answers validations rightly, but not before `answer`. */
async function heldEndpoint() {
  const [answered, answer] = signal();
  const [arrived, arrive] = signal();
  const receiver = await startReceiver(
    async ({ json }) => {
      arrive();
      await answered;
      const plainToken = String(json.payload["plainToken"]);
      return {
        status: 200,
        body: JSON.stringify({ plainToken, encryptedToken: encryptedTokenOf("receivers-secret", plainToken) }),
      };
    },
    { validates: false },
  );
  return { receiver, answer, arrived };
}

function signal(): [Promise<void>, () => void] {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return [given, give];
}

// One interface, two transports: every test below runs in process and over HTTP.
describe.each([
  ["in this process", (started: ZoomMock) => started],
  ["over HTTP", (started: ZoomMock) => connectZoomMock(started.url)],
])("a mock used %s", (_title, use) => {
  let started: ZoomMock;
  let zoom: ZoomMock;
  beforeEach(async () => {
    started = await startZoomMock({ frozenAt: "2026-01-31T12:00:00Z" });
    zoom = use(started);
  });
  afterEach(() => started.close());

  const nothing = { ready: true, scenario: "default", subscriptions: 0, pendingValidations: 0 };

  test("tells what is loaded, universe by universe", async () => {
    expect(await zoom.ready()).toEqual(nothing);
    await zoom.webhooks.subscribe({ url: "http://127.0.0.1:9/", validate: false });
    expect(await zoom.ready()).toEqual({ ...nothing, subscriptions: 1 });
    const universe = await zoom.universe();
    expect(await universe.ready()).toEqual(nothing);
    await universe.scenario.put({ account_id: "a", webhooks: [{ id: "own", url: "http://127.0.0.1:9/" }] });
    expect(await universe.ready()).toEqual({ ...nothing, scenario: null, subscriptions: 1 });
    const named = await zoom.universe({ scenario: "empty" });
    expect((await named.ready()).scenario).toBe("empty");
  });

  test("is not ready while a subscription is being validated, and says so in words and data", async () => {
    const { receiver, arrived, answer } = await heldEndpoint();
    const subscribed = zoom.webhooks.subscribe(receiver.endpoint);
    await arrived;
    const readiness = { ...nothing, ready: false, pendingValidations: 1 };
    const refused = await zoom.ready({ timeout: 0 }).catch((error: ZoomMockControlError) => error);
    expect(refused).toMatchObject({
      status: 503,
      data: readiness,
      message: expect.stringMatching(/^Failed to be ready: a subscription is being validated\./),
    });
    const response = await fetch(`${started.url}/__zoom/ready`);
    expect([response.status, await response.json()]).toEqual([503, expect.objectContaining(readiness)]);
    const ready = zoom.ready();
    answer();
    expect(await ready).toEqual({ ...nothing, subscriptions: 1 });
    await subscribed;
    await receiver[Symbol.asyncDispose]();
  });

  test("is not ready while a subscription is validated again by the clock, also when that fails", async () => {
    const { receiver, arrived, answer } = await heldEndpoint();
    await zoom.webhooks.subscribe({ url: receiver.endpoint.url, validate: false });
    const moved = zoom.clock.advance("72h");
    await arrived;
    await expect(zoom.ready({ timeout: 0 })).rejects.toMatchObject({ status: 503, data: { subscriptions: 1 } });
    answer();
    expect(await zoom.ready()).toEqual({ ...nothing, subscriptions: 1 });
    await moved;
    expect((await zoom.webhooks.list())[0]?.validation_failures).toBe(1);
    await receiver[Symbol.asyncDispose]();
  });

  test("is ready while an endpoint is validated that nobody subscribed", async () => {
    const { receiver, arrived, answer } = await heldEndpoint();
    const triggered = zoom.webhooks.trigger("endpoint.url_validation", receiver.endpoint);
    await arrived;
    expect(await zoom.ready({ timeout: 0 })).toEqual(nothing);
    answer();
    await triggered;
    await receiver[Symbol.asyncDispose]();
  });

  test("a wait of more than a minute is refused", async () => {
    await expect(zoom.ready({ timeout: "2m" })).rejects.toMatchObject({ status: 400 });
  });
});

test("names the scenario as it was given, and counts its subscriptions and those of the options", async () => {
  using folder = temporaryFolder({
    "world.json": { account_id: "a", webhooks: [{ id: "own", url: "http://127.0.0.1:9/" }] },
  });
  const scenario = `${folder.path}/world.json`;
  const app = createZoomMockApp({ scenario, webhooks: [{ url: "http://127.0.0.1:9/option" }] });
  const loaded = { ready: true, scenario, subscriptions: 2, pendingValidations: 0 };
  expect(await app.zoom.ready({ timeout: 0 })).toEqual(loaded);
  await app.zoom.webhooks.delete("own");
  expect(await app.zoom.ready()).toEqual({ ...loaded, subscriptions: 1 });
  await app.zoom.reset();
  expect(await app.zoom.ready()).toEqual(loaded);
});

test("healthcheck exits with 1 while a subscription is being validated", async () => {
  await using zoom = await startZoomMock();
  const { receiver, arrived, answer } = await heldEndpoint();
  // One after the other: the command may take longer to start than an endpoint may take to answer.
  const subscribed = Promise.allSettled(
    ["a", "b", "c", "d"].map((id) => zoom.webhooks.subscribe({ ...receiver.endpoint, id })),
  );
  await arrived;
  const { code, stderr } = await zoomMock(["healthcheck", "--url", zoom.url]);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/^Failed to be ready: .* being validated\. .*\n$/)]);
  answer();
  await subscribed;
  expect((await zoomMock(["healthcheck", "--url", zoom.url])).code).toBe(0);
  await receiver[Symbol.asyncDispose]();
});
