import { describe, expect, test } from "vitest";
import { type ContractCase, contractCases } from "../../../src/pact.js";
import { messageTo } from "./client.js";
import { interaction } from "./interaction.js";
import { JSON_CLIENTS } from "./json-clients.js";

const CLIENTS = Object.keys(JSON_CLIENTS);

/** Commands to a live stream are sent by every client, each other request by one of them in turn. */
const sends = (client: string, { operation }: ContractCase, index: number) =>
  operation.endsWith("LiveStreamStatusUpdate") || CLIENTS[index % CLIENTS.length] === client;

describe.each([
  ["json-client", "2021"],
  ["json-client-2025", "2025"],
])("%s", (consumer, profile) => {
  const cases = contractCases(profile, "json");

  describe.each(Object.entries(JSON_CLIENTS))("%s", (client, send) => {
    const own = cases.filter((each, index) => sends(client, each, index));
    test.each(own.map((each) => [each.description, each] as const))("%s", async (_description, each) => {
      const answer = await interaction(consumer, `${profile}/json`, each).executeTest(({ url }) =>
        send(messageTo(url, each.message)),
      );
      expect(answer?.status).toBe(each.willRespondWith[0]);
    });
  });
});
