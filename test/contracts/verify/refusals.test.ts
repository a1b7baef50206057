import { expect, test, vi } from "vitest";
import { startZoomMock, type VerifyPactsOptions, verifyPacts } from "../../../src/index.js";
import { temporaryFolder } from "../../support/folder.js";
import { pactOf, START } from "./pact.js";

vi.setConfig({ testTimeout: 60_000 });

test.each([
  ["no pact file", {}, "there is no such file, or no .json file in it"],
  ["a file that is not JSON", { "a.json": "{" }, "it is not JSON"],
  ["a file that is no pact", { "a.json": { openapi: "3.1.0" } }, "consumer: it is missing"],
  ["no interactions", { "a.json": pactOf([]) }, "it has no interactions"],
  [
    "another provider",
    { "a.json": pactOf([START], { provider: { name: "stripe" } }) },
    'its provider is "stripe", not "zoom-livestream"',
  ],
  [
    "a message that is answered",
    { "a.json": pactOf([START, { type: "Synchronous/Messages" }]) },
    "it has 1 interactions of type Synchronous/Messages; only Synchronous/HTTP and Asynchronous/Messages can be verified",
  ],
  ["a profile that there is not", { "a.json": forProfile("1999") }, "1999"],
])("%s is an error and never green", async (_what, files, message) => {
  using folder = temporaryFolder(files);
  await expect(verifyPacts({ pacts: folder.path })).rejects.toThrow(message);
});

test("one bad file among good ones is an error", async () => {
  using folder = temporaryFolder({ "a.json": pactOf([START]), "b.json": pactOf([]) });
  await expect(verifyPacts({ pacts: folder.path })).rejects.toThrow(/b\.json: it has no interactions/);
});

test.each<[string, VerifyPactsOptions, string]>([
  ["no pacts", {}, "there are no pacts"],
  ["pacts and a broker", { pacts: "a", broker: { url: "http://broker" } }, "Give one of them"],
  ["a broker without URL", { broker: { url: "broker" } }, "broker is no URL of a broker"],
  ["a mock without URL", { pacts: "a", url: "localhost:4010" }, "localhost:4010 is no URL of a mock"],
  ["results without version", { broker: { url: "http://b", publishResults: true } }, "Give the provider version"],
  ["OpenAPI with a broker", { broker: { url: "http://b" }, openapi: true }, "reads files"],
])("refuses options that make no sense: %s", async (_what, options, message) => {
  await expect(verifyPacts(options)).rejects.toThrow(message);
});

test("a pact that is written for another profile than the running mock's is an error", async () => {
  await using zoom = await startZoomMock({ profile: "2021" });
  using folder = temporaryFolder({ "a.json": forProfile("2025") });
  await expect(verifyPacts({ pacts: folder.path, url: zoom.url })).rejects.toThrow("answers by 2021");
});

test("a mock that does not run is an error", async () => {
  using folder = temporaryFolder({ "a.json": pactOf([START]) });
  await expect(verifyPacts({ pacts: folder.path, url: "http://127.0.0.1:1" })).rejects.toThrow();
});

test("interactions that a filter of Pact's leaves out are an error", async () => {
  vi.stubEnv("PACT_DESCRIPTION", "another");
  using folder = temporaryFolder({ "a.json": pactOf([START, { description: "another" }]) });
  await expect(verifyPacts({ pacts: folder.path })).rejects.toThrow("1 of 2 interactions were verified");
  vi.unstubAllEnvs();
});

function forProfile(profile: string): object {
  return pactOf([START], { metadata: { pactSpecification: { version: "4.0" }, "zoom-mock": { profile } } });
}
