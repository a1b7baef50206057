import { describe, expect, test } from "vitest";
import { contractCases } from "../../../src/pact.js";
import { messageTo } from "./client.js";
import { interaction } from "./interaction.js";
import { MULTIPART_CLIENTS } from "./multipart-clients.js";

const CASES = contractCases("2021", "multipart");

describe.each(Object.entries(MULTIPART_CLIENTS))("%s", (_name, send) => {
  test.each(CASES.map((each) => [each.description, each] as const))("%s", async (_description, each) => {
    const answer = await interaction("multipart-client", "2021/multipart", each).executeTest(({ url }) =>
      send(messageTo(url, each.message)),
    );
    expect(answer?.status).toBe(each.willRespondWith[0]);
  });
});
