import * as v from "valibot";
import type { Credentials } from "../simulator/credentials.js";
import type { Universe } from "../simulator/universe.js";
import type { Universes } from "../simulator/universes.js";
import { didYouMean } from "../text/nearest.js";
import { type ControlHost, defineCommand, ZoomMockControlError } from "./command.js";
import { originOf, scenarioOrName } from "./world-commands.js";

/** A universe as the control API tells of it. */
export interface UniverseDescription extends Credentials {
  readonly id: string;
  /** Where it begins: what a client takes for Zoom's address, without `/v2`. */
  readonly url: string;
  readonly account_id: string;
  /** How many requests it was sent since its last reset. */
  readonly requests: number;
  readonly users: number;
  readonly meetings: number;
  readonly webinars: number;
}

const moment = v.union([v.string(), v.number()]);

export const openUniverse = defineCommand({
  method: "POST",
  path: "/universes",
  summary: "Opens a world of its own, from the mock's scenario or another one.",
  input: v.strictObject({
    body: v.optional(
      v.strictObject({ scenario: v.exactOptional(scenarioOrName), frozenAt: v.exactOptional(moment) }),
      {},
    ),
  }),
  run: async (host, { body: { scenario, frozenAt } }) => {
    const origin = scenario === undefined ? undefined : originOf(scenario, host.simulator);
    const universe = host.universes.create({ origin, frozenAt });
    if (!universe) throw new ZoomMockControlError(409, full(host.universes));
    await universe.ready;
    return described(universe, host);
  },
});

export const listUniverses = defineCommand({
  method: "GET",
  path: "/universes",
  summary: "The universes besides the default one.",
  input: v.strictObject({}),
  run: async (host) => Promise.all(host.universes.list().map((universe) => described(universe, host))),
});

export const readUniverse = defineCommand({
  method: "GET",
  path: "/universes/{id}",
  summary: "One universe.",
  input: v.strictObject({ id: v.string() }),
  run: async (host, { id }) => {
    const universe = host.universes.list().find((each) => each.id === id);
    if (!universe) throw new ZoomMockControlError(404, unknown(id, host.universes));
    return described(universe, host);
  },
});

export const deleteUniverse = defineCommand({
  method: "DELETE",
  path: "/universes/{id}",
  summary: "Removes a universe with all that it holds; the default one stays.",
  input: v.strictObject({ id: v.string() }),
  run: async ({ universes }, { id }) => {
    if (!universes.delete(id)) throw new ZoomMockControlError(404, unknown(id, universes));
  },
});

async function described(universe: Universe, { baseUrl }: ControlHost): Promise<UniverseDescription> {
  const { id, credentials, accountId, store, journal } = universe;
  if (!credentials) throw new Error(`Failed to describe universe ${id}: it has no credentials. Please report it.`);
  const [users, meetings, webinars] = await Promise.all([
    store.count("users"),
    store.count("meetings"),
    store.count("webinars"),
  ]);
  const counts = { requests: journal.count, users, meetings, webinars };
  return { id, url: `${baseUrl}/u/${id}`, ...credentials, account_id: accountId, ...counts };
}

const full = ({ limit }: Universes): string =>
  `Failed to open a universe: there are ${limit} already, and none of them is idle. Delete those that are done with, or start the mock with a larger maxUniverses or a shorter universeIdle.`;

const unknown = (id: string, universes: Universes): string =>
  `Failed to find universe ${id}: it was deleted, has expired, or was never opened here.${didYouMean(
    id,
    universes.list().map((universe) => universe.id),
  )}`;
