import * as v from "valibot";
import type { Entities, EntityKind } from "../domain/world.js";
import { completeWorld, entitySchemas } from "../fixtures/world-schema.js";
import type { Universe } from "../simulator/universe.js";
import { didYouMean } from "../text/nearest.js";
import { defineCommand, ZoomMockControlError } from "./command.js";

/** The commands for one kind of entity: `/meetings`, `/meetings/{id}` and so on. */
function entityCommands<Kind extends EntityKind>(kind: Kind) {
  const one = kind.slice(0, -1);
  return {
    list: defineCommand({
      method: "GET",
      path: `/${kind}`,
      summary: `All ${kind}.`,
      input: v.strictObject({}),
      run: async ({ simulator }) => simulator.universe.store.list(kind),
    }),
    get: defineCommand({
      method: "GET",
      path: `/${kind}/{id}`,
      summary: `One ${one}.`,
      input: v.strictObject({ id: v.string() }),
      run: async ({ simulator: { universe } }, { id }) => (await existing(universe, kind, id)).value,
    }),
    put: defineCommand({
      method: "PUT",
      path: `/${kind}/{id}`,
      summary: `Creates or replaces a ${one}; what is left out is as with one that is ready to be streamed.`,
      input: v.pipe(
        v.strictObject({
          id: entitySchemas[kind].entries.id,
          body: v.optional(v.strictObject({ ...entitySchemas[kind].entries, id: v.optional(v.string()) }), {}),
        }),
        v.check(({ id, body }) => (body.id ?? id) === id, "the body names another id than the path"),
      ),
      run: async ({ simulator: { universe } }, { id, body }) => {
        const value = await completed(universe, kind, { id, ...body });
        await replaceEntity(universe, kind, value.id, value);
        return value;
      },
    }),
    delete: defineCommand({
      method: "DELETE",
      path: `/${kind}/{id}`,
      summary: `Removes a ${one}.`,
      input: v.strictObject({ id: v.string() }),
      run: async ({ simulator: { universe } }, { id }) => {
        await existing(universe, kind, id);
        await replaceEntity(universe, kind, id, undefined);
      },
    }),
  };
}

/** The commands of every kind. */
export const ENTITY_COMMANDS = {
  users: entityCommands("users"),
  meetings: entityCommands("meetings"),
  webinars: entityCommands("webinars"),
};

async function existing<Kind extends EntityKind>(universe: Universe, kind: Kind, id: string) {
  const stored = await universe.store.get(kind, id);
  if (stored) return stored;
  const ids = (await universe.store.list(kind)).slice(0, 1000).map((entity) => entity.id);
  throw new ZoomMockControlError(404, `Failed to find ${id} among the ${kind}.${didYouMean(id, ids)}`);
}

/** Fills in host and account as a scenario would. */
async function completed<Kind extends EntityKind>(universe: Universe, kind: Kind, entity: unknown) {
  const users = kind === "users" ? [] : await universe.store.list("users");
  const alone = { description: "", account_id: universe.accountId, users: [], meetings: [], webinars: [] };
  const [value] = completeWorld({ ...alone, users: users.slice(0, 1), [kind]: [entity] })[kind];
  return value as Entities[Kind]; // one went in, one comes out
}

/** Puts an entity, or `undefined` to remove it, whatever was there before. */
export async function replaceEntity<Kind extends EntityKind>(
  universe: Universe,
  kind: Kind,
  id: string,
  value?: Entities[Kind],
) {
  const expected = (await universe.store.get(kind, id))?.version ?? 0;
  const committed = await universe.store.commit([{ kind, id, expected, value }]);
  if (!committed) await replaceEntity(universe, kind, id, value);
}
