import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadProviderStates } from "../../src/fixtures/load-provider-states.js";
import { webhookCases } from "../../src/pact.js";
import { builtMessage } from "./built.js";

const text = readFileSync(
  new URL("../../contracts/pacts/webhook-receiver-zoom-livestream.json", import.meta.url),
  "utf8",
);
const pact = JSON.parse(text);
const FIXTURES = new URL("../../fixtures/webhooks/", import.meta.url);

test("the contract of webhooks says whose it is, and no versions of libraries", () => {
  const { interactions: _, ...rest } = pact;
  expect(rest).toEqual({
    consumer: { name: "webhook-receiver" },
    provider: { name: "zoom-livestream" },
    metadata: { pactSpecification: { version: "4.0" }, "zoom-mock": { profile: "2021" } },
  });
  expect(text).toBe(`${JSON.stringify(pact, null, 2)}\n`);
});

test("it has every webhook that Zoom sends once, and none that was invented", () => {
  const fixtures = readdirSync(FIXTURES).map((file) => JSON.parse(readFileSync(new URL(file, FIXTURES), "utf8")));
  const sent = fixtures.filter(({ evidence }) => evidence !== "assumed").map(({ event }) => event);
  expect(sent.length).toBeGreaterThan(10);
  expect(pact.interactions.map(({ description }: { description: string }) => description)).toEqual(sent.sort());
});

test.each(webhookCases().map((each) => [each.event, each] as const))(
  "%s is written as the kit says it",
  (event, each) => {
    const written = pact.interactions.find(({ description }: { description: string }) => description === event);
    const { body, rules, headers, forms } = builtMessage(each.expectsToReceive);
    expect(written).toMatchObject({
      type: "Asynchronous/Messages",
      contents: { ...body, contentType: "application/json" },
      metadata: headers,
    });
    expect(written.matchingRules).toEqual({ body: rules, metadata: forms });
    expect(written.providerStates ?? []).toEqual(each.given.map(([name, params]) => ({ name, params })));
    for (const [name, params] of each.given) expect(loadProviderStates().get(name)?.params).toEqual(params);
  },
);
