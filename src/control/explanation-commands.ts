import * as v from "valibot";
import { type KeptExchange, presented } from "../simulator/journal.js";
import { type Explanation, explain } from "../verification/explain.js";
import { isUnmatched, nearMiss } from "../verification/near-misses.js";
import { type ControlHost, defineCommand, ZoomMockControlError } from "./command.js";
import { number } from "./request-commands.js";

export const listUnmatched = defineCommand({
  method: "GET",
  path: "/requests/unmatched",
  summary: "The requests that no operation answered: what the mock itself refused, and routes that Zoom has not.",
  input: v.strictObject({}),
  run: async (host) => ({ requests: unmatched(host).map(presented) }),
});

export const listNearMisses = defineCommand({
  method: "GET",
  path: "/requests/near-misses",
  summary: "The requests that no operation answered, each with the nearest operations and why it is none of them.",
  input: v.strictObject({}),
  run: async (host) => ({ requests: unmatched(host).map((kept) => nearMiss(kept, host.simulator.operations)) }),
});

export const explainRequest = defineCommand({
  method: "GET",
  path: "/requests/{id}/explain",
  summary: "Why a request was answered as it was, how that is known, and what would have to change.",
  input: v.strictObject({ id: number }),
  run: async ({ simulator, universe: { journal } }, { id }): Promise<Explanation> => {
    const kept = journal.kept().find((each) => each.id === id);
    if (kept) return explain(kept, simulator);
    const [first, last] = [journal.kept()[0]?.id, journal.count];
    const range = first === undefined ? "It is empty." : `It has #${first} to #${last}.`;
    throw new ZoomMockControlError(
      404,
      `Failed to explain request ${id}: the journal has none with the number. ${range}`,
    );
  },
});

const unmatched = ({ universe }: ControlHost): KeptExchange[] => universe.journal.kept().filter(isUnmatched);
