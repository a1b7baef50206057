import * as v from "valibot";
import { isoTime } from "../domain/clock.js";
import { ENTITY_KINDS } from "../domain/world.js";
import { loadProviderStates, type ProviderState } from "../fixtures/load-provider-states.js";
import { jsonTemplate } from "../fixtures/template.js";
import type { Change } from "../simulator/store.js";
import type { Universe } from "../simulator/universe.js";
import { didYouMean } from "../text/nearest.js";
import { type AnyControlCommand, checkInput, defineCommand, ZoomMockControlError } from "./command.js";
import { completed, ENTITY_COMMANDS, replaceEntities } from "./entity-commands.js";

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
  // What Pact's verifiers send; `consumer` and `states` only the older ones.
  input: v.strictObject({
    body: v.strictObject({
      consumer: v.optional(v.nullable(v.string())),
      state: v.nullable(v.string()),
      states: v.optional(v.nullable(v.array(v.string()))),
      params: v.optional(v.nullable(v.record(v.string(), v.unknown())), {}),
      action: v.optional(v.picklist(["setup", "teardown"]), "setup"),
    }),
  }),
  run: async ({ universe }, { body: { state, states, params, action } }) => {
    const names = [...new Set([state ?? "", ...(states ?? [])])].filter((name) => name !== "");
    if (names.length === 0 || action === "teardown") await universe.reset();
    else await setUp(universe, names, params ?? {});
    return {};
  },
});

/** Everything is checked before anything changes. */
async function setUp(
  universe: Universe,
  names: readonly string[],
  params: Readonly<Record<string, unknown>>,
): Promise<void> {
  const now = isoTime(universe.clock.now());
  const states = names.map((name) => filled(name, params, now));
  for (const state of states) await replacementsOf(universe, state);
  for (const state of states) {
    const replacements = await replacementsOf(universe, state);
    if (state.account_id !== undefined && state.account_id !== universe.accountId) {
      await universe.load({ ...(await universe.snapshot()), account_id: state.account_id });
    }
    await replaceEntities(universe, replacements);
  }
}

/** What a state removes and puts, as the store takes it. */
async function replacementsOf(
  universe: Universe,
  { account_id = universe.accountId, delete: doomed, put }: ProviderState,
): Promise<Omit<Change, "expected">[]> {
  const gone = doomed.users ?? [];
  const stay = (await universe.store.page("users", gone.length + 1)).filter(({ id }) => !gone.includes(id));
  const newcomers = (put.users ?? []).map((user) => completed("users", checked("users", user), account_id, []));
  const users = [...stay, ...newcomers];
  const byKey = new Map<string, Omit<Change, "expected">>();
  for (const kind of ENTITY_KINDS) {
    for (const id of doomed[kind] ?? []) byKey.set(`${kind}/${id}`, { kind, id, value: undefined });
    for (const entity of put[kind] ?? []) {
      const value = completed(kind, checked(kind, entity), account_id, users);
      byKey.set(`${kind}/${value.id}`, { kind, id: value.id, value });
    }
  }
  return [...byKey.values()];
}

/** An entity with what it leaves out, checked like one that the control API is sent. */
function checked(kind: keyof typeof ENTITY_COMMANDS, entity: { readonly id: string }): object {
  const command: AnyControlCommand = ENTITY_COMMANDS[kind].put;
  const { id, body } = checkInput(command, { id: entity.id, body: entity });
  return { id, ...body };
}

/** The state with its parameters in their places; one that the contract leaves out is as in the catalogue. */
function filled(name: string, params: Readonly<Record<string, unknown>>, now: string): ProviderState {
  const states = loadProviderStates();
  const state = states.get(name);
  if (!state) {
    throw new ZoomMockControlError(404, `There is no provider state "${name}".${didYouMean(name, [...states.keys()])}`);
  }
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
