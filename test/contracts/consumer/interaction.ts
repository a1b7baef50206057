import { join } from "node:path";
import { PactV4 } from "@pact-foundation/pact";
import type { ContractCase, WebhookCase } from "../../../src/pact.js";

/** Where the contracts go that a run writes, below it one folder for each profile and test file. */
const OUTPUT = process.env["ZOOM_MOCK_PACTS"] ?? "node_modules/.cache/zoom-mock-pacts";

const pactOf = (consumer: string, folder: string) =>
  new PactV4({ consumer, provider: "zoom-livestream", dir: join(OUTPUT, folder), logLevel: "error" });

/** One interaction with Pact's mock server, whose contract goes into the folder. */
export function interaction(consumer: string, folder: string, { given, description, ...rest }: ContractCase) {
  const start = pactOf(consumer, folder).addInteraction();
  return given
    .reduce((before, state) => before.given(...state), start)
    .uponReceiving(description)
    .withRequest(...rest.withRequest)
    .willRespondWith(...rest.willRespondWith);
}

/** One message that Pact hands to a consumer, whose contract goes into the folder. */
export function message(consumer: string, folder: string, { given, expectsToReceive }: WebhookCase) {
  const start = pactOf(consumer, folder).addAsynchronousInteraction();
  return given.reduce((before, state) => before.given(...state), start).expectsToReceive(...expectsToReceive);
}
