import { describe, expect, test } from "vitest";
import { contractCases } from "../../../src/pact.js";
import { messageTo } from "./client.js";
import { interaction } from "./interaction.js";
import { JSON_CLIENTS } from "./json-clients.js";

describe.each([
  ["json-client", "2021"],
  ["json-client-2025", "2025"],
])("%s", (consumer, profile) => {
  const cases = contractCases(profile, "json").map((each) => [each.description, each] as const);

  describe.each(Object.entries(JSON_CLIENTS))("%s", (_name, send) => {
    test.each(cases)("%s", async (_description, each) => {
      const [method, path] = each.withRequest;
      const answer = await interaction(consumer, `${profile}/json`, each).executeTest(({ url }) =>
        send(messageTo(url + path, method, each.request)),
      );
      expect(answer?.status).toBe(each.willRespondWith[0]);
    });
  });
});
