import { expect, test, vi } from "vitest";
import { verifyPacts } from "../../../src/index.js";
import { zoomMock } from "../../support/cli.js";
import { type FakeBroker, startFakeBroker } from "./fake-broker.js";
import { NOT_FOUND, pactOf, START } from "./pact.js";

// Every verification starts a program that loads Pact's native library.
vi.setConfig({ testTimeout: 60_000 });

const WRONG = { response: { status: 200 } };

test("fetches the provider's pacts from a broker by selectors, with the token, and publishes nothing", async () => {
  await using broker = await startFakeBroker(pactOf([START, NOT_FOUND]), "s3cret");
  const selectors = [{ branch: "feature" }];
  const verification = await verifyPacts({
    broker: { url: broker.url, token: "s3cret", consumerVersionSelectors: selectors, enablePending: true },
  });
  expect(verification).toMatchObject({ ok: true, passed: 2, interactions: [{ pact: broker.url }, {}] });
  expect(asked(broker)).toMatchObject({ includePendingStatus: true, consumerVersionSelectors: selectors });
  expect(broker.requests.every(({ authorization }) => authorization === "Bearer s3cret")).toBe(true);
  expect(broker.results()).toEqual([]);
});

test.each([
  ["success", START, true, 0],
  ["failure", WRONG, false, 1],
])("publishes a %s under version and branch, from the command line", async (_what, interaction, success, code) => {
  await using broker = await startFakeBroker(pactOf([interaction]));
  const flags = ["--publish-results", "--provider-version", "1.2.3", "--provider-branch", "main"];
  const finished = await zoomMock(["verify", "--broker-url", broker.url, ...flags]);
  expect(finished).toMatchObject({ code, stderr: "" });
  expect(asked(broker)).toMatchObject({
    consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }],
    providerVersionBranch: "main",
  });
  expect(broker.requests.map(({ method, path }) => `${method} ${path}`)).toContain(
    "PUT /pacticipants/zoom-livestream/branches/main/versions/1.2.3",
  );
  expect(broker.results()).toMatchObject([{ success, providerApplicationVersion: "1.2.3" }]);
});

test("takes the broker from the environment", async () => {
  await using broker = await startFakeBroker(pactOf([START]), "s3cret");
  const { code } = await zoomMock(["verify"], {
    ZOOM_MOCK_BROKER_URL: broker.url,
    ZOOM_MOCK_BROKER_TOKEN: "s3cret",
    ZOOM_MOCK_CONSUMER_VERSION_SELECTORS: '[{"mainBranch":true}]',
  });
  expect(code).toBe(0);
});

test("a broker without pacts for the provider is an error", async () => {
  await using broker = await startFakeBroker(undefined);
  await expect(verifyPacts({ broker: { url: broker.url } })).rejects.toThrow("No pacts found for provider");
});

test("a pact without interactions at the broker is an error", async () => {
  await using broker = await startFakeBroker(pactOf([]));
  await expect(verifyPacts({ broker: { url: broker.url } })).rejects.toThrow("it gave no interactions");
});

test("a wrong token is an error", async () => {
  await using broker = await startFakeBroker(pactOf([START]), "s3cret");
  await expect(verifyPacts({ broker: { url: broker.url, token: "other" } })).rejects.toThrow(/401/);
});

test("results that the broker does not take are an error, which Pact itself only logs", async () => {
  await using broker = await startFakeBroker(pactOf([START]), undefined, { refusesResults: true });
  const publishing = { url: broker.url, publishResults: true, providerVersion: "1.2.3" };
  await expect(verifyPacts({ broker: publishing })).rejects.toThrow("Failed to publish the results");
});

/** The selection that the verifier posted. */
const asked = ({ requests }: FakeBroker): unknown =>
  requests.find(({ method, path }) => method === "POST" && path.endsWith("/for-verification"))?.body;
