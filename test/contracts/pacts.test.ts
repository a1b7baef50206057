import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { NOT_IN_CONTRACTS } from "../../src/contract-kit/pact/situations.js";
import { loadProviderStates } from "../../src/fixtures/load-provider-states.js";
import { describeOperations } from "../../src/index.js";
import { contractCases } from "../../src/pact.js";
import { builtRequest, builtResponse } from "./built.js";

const FOLDER = new URL("../../contracts/", import.meta.url);

/** Who has which contract: the consumer, and the profile and encoding it is for. */
const CONTRACTS = {
  "multipart-client": ["2021", "multipart"],
  "json-client": ["2021", "json"],
  "json-client-2025": ["2025", "json"],
} as const;

const pactOf = (consumer: string) =>
  JSON.parse(readFileSync(new URL(`pacts/${consumer}-zoom-livestream.json`, FOLDER), "utf8"));

test("there is one pact for each kind of consumer and profile", () => {
  expect(readdirSync(new URL("pacts/", FOLDER)).sort()).toEqual(
    [...Object.keys(CONTRACTS), "webhook-receiver"].map((consumer) => `${consumer}-zoom-livestream.json`).sort(),
  );
});

test("a profile that lists no forms has no contract of a client that sends forms", () => {
  expect(contractCases("2025", "multipart")).toEqual([]);
});

test.each(["2021", "2025"])("every documented outcome of profile %s has a case, or a reason why not", (profile) => {
  const documented = describeOperations(profile).operations.flatMap(({ id, outcomes }) =>
    outcomes.filter(({ evidence }) => evidence === "documented").map(({ outcome }) => `${id}/${outcome}`),
  );
  const cases = new Set(contractCases(profile, "json").map(({ operation, outcome }) => `${operation}/${outcome}`));
  const without = documented.filter((key) => !cases.has(key));
  expect(documented.length).toBeGreaterThan(10);
  expect(without.filter((key) => !((key.split("/")[1] ?? "") in NOT_IN_CONTRACTS))).toEqual([]);
});

describe.each(Object.entries(CONTRACTS))("the contract of %s", (consumer, [profile, encoding]) => {
  const pact = pactOf(consumer);
  const cases = contractCases(profile, encoding);

  test("says whose it is, for which profile, and no versions of libraries", () => {
    const { interactions: _, ...rest } = pact;
    expect(rest).toEqual({
      consumer: { name: consumer },
      provider: { name: "zoom-livestream" },
      metadata: { pactSpecification: { version: "4.0" }, "zoom-mock": { profile } },
    });
  });

  test("has every case once, in order, and nothing else", () => {
    const descriptions = pact.interactions.map(({ description }: { description: string }) => description);
    expect(descriptions).toEqual([...new Set(cases.map(({ description }) => description))].sort());
    expect(descriptions).toHaveLength(cases.length);
  });

  test.each(cases.map((each) => [each.description, each] as const))("%s", (description, each) => {
    const written = pact.interactions.find(
      (interaction: { description: string }) => interaction.description === description,
    );
    const [request, response] = [builtRequest(each.withRequest), builtResponse(each.willRespondWith)];
    expect(written.providerStates ?? []).toEqual(each.given.map(([name, params]) => ({ name, params })));
    expect([written.request.method, written.request.path]).toEqual(each.withRequest.slice(0, 2));
    expect(written.request.headers ?? {}).toEqual(request.headers);
    expect(written.request.query).toEqual(request.query);
    expect(written.request.body).toEqual(request.body && expect.objectContaining(request.body));
    expect(written.request.matchingRules?.body ?? {}).toEqual(request.rules);
    expect(written.response.status).toBe(each.willRespondWith[0]);
    expect(written.response.headers).toEqual(response.headers);
    expect(written.response.body?.content).toEqual(response.body?.content);
    expect(written.response.matchingRules?.body ?? {}).toEqual(response.rules);
  });

  test("names states of the catalogue, with all their parameters", () => {
    const states = pact.interactions.flatMap(({ providerStates = [] }) => providerStates);
    expect(states.length).toBeGreaterThan(10);
    for (const { name, params } of states) {
      expect([name, Object.keys(params).sort()]).toEqual([
        name,
        Object.keys(loadProviderStates().get(name)?.params ?? {}).sort(),
      ]);
    }
  });

  test("is in its normal form", () => {
    const text = readFileSync(new URL(`pacts/${consumer}-zoom-livestream.json`, FOLDER), "utf8");
    expect(text).toBe(`${JSON.stringify(pact, null, 2)}\n`);
    expect(text).not.toMatch(/base64|"\$":|pactRust|pact-js/);
  });
});

test("the published catalogue of provider states is the one that the mock knows", () => {
  const { states } = JSON.parse(readFileSync(new URL("provider-states.json", FOLDER), "utf8"));
  expect(states.length).toBeGreaterThan(15);
  expect(states).toEqual(
    [...loadProviderStates()].map(([name, { description, params }]) => ({
      name,
      description,
      params: Object.entries(params).map(([param, example]) => ({ name: param, example })),
    })),
  );
});
