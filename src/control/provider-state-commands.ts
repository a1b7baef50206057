import * as v from "valibot";
import { isoTime } from "../domain/clock.js";
import { ENTITY_KINDS } from "../domain/world.js";
import { loadProviderStates, type ProviderState } from "../fixtures/load-provider-states.js";
import { jsonTemplate } from "../fixtures/template.js";
import { didYouMean } from "../text/nearest.js";
import { type AnyControlCommand, type ControlHost, defineCommand, execute, ZoomMockControlError } from "./command.js";
import { ENTITY_COMMANDS, replaceEntity } from "./entity-commands.js";

export const readProviderStates = defineCommand({
  method: "GET",
  path: "/provider-states",
  summary: "The states that contracts may name, with their parameters.",
  input: v.strictObject({}),
  run: async () =>
    Object.fromEntries(
      [...loadProviderStates()].map(([name, { description, params }]) => [name, { description, params }]),
    ),
});

export const setProviderState = defineCommand({
  method: "POST",
  path: "/provider-states",
  summary: "Pact's state change: sets up a state by name and parameters; an empty name, and a teardown, reset.",
  input: v.strictObject({
    body: v.looseObject({
      state: v.optional(v.nullable(v.string()), ""),
      params: v.optional(v.nullable(v.record(v.string(), v.unknown())), {}),
      action: v.optional(v.picklist(["setup", "teardown"]), "setup"),
    }),
  }),
  run: async (host, { body: { state, params, action } }) => {
    if (!state || action === "teardown") await host.simulator.universe.reset();
    else await setUp(host, state, params ?? {});
    return {};
  },
});

async function setUp(host: ControlHost, name: string, params: Readonly<Record<string, unknown>>): Promise<void> {
  const states = loadProviderStates();
  const state = states.get(name);
  if (!state) {
    throw new ZoomMockControlError(404, `There is no provider state "${name}".${didYouMean(name, [...states.keys()])}`);
  }
  const { universe } = host.simulator;
  const { account_id, delete: doomed, put } = filled(name, state, params, isoTime(universe.clock.now()));
  if (account_id !== undefined) await universe.load({ ...(await universe.snapshot()), account_id });
  for (const kind of ENTITY_KINDS) {
    const command: AnyControlCommand = ENTITY_COMMANDS[kind].put;
    for (const id of doomed[kind] ?? []) await replaceEntity(universe, kind, id, undefined);
    for (const entity of put[kind] ?? []) await execute(command, host, { id: entity.id, body: entity });
  }
}

/** The state with its parameters in their places; one that the contract leaves out is as in the catalogue. */
function filled(
  name: string,
  state: ProviderState,
  params: Readonly<Record<string, unknown>>,
  now: string,
): ProviderState {
  const known = Object.keys(state.params);
  const unknown = Object.keys(params).filter((param) => !known.includes(param));
  if (unknown.length > 0) {
    throw new ZoomMockControlError(
      400,
      `The provider state "${name}" has no parameter ${unknown.join(", ")}. It has ${known.join(", ")}.`,
    );
  }
  const texts = Object.fromEntries(known.map((param) => [param, String(params[param] ?? state.params[param])]));
  return JSON.parse(jsonTemplate(state).fill({ ...texts, now })) as ProviderState;
}
