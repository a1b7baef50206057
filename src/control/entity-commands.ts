import * as v from "valibot";
import type { Entities, EntityKind, User } from "../domain/world.js";
import { completeWorld, entitySchemas } from "../fixtures/world-schema.js";
import type { Change } from "../simulator/store.js";
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
        const users = kind === "users" ? [] : await universe.store.page("users", 1);
        const value = completed(kind, { id, ...body }, universe.accountId, users);
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

/** How many ids are looked through for one that may have been meant. */
const LOOKED_THROUGH = 1000;

async function existing<Kind extends EntityKind>(universe: Universe, kind: Kind, id: string) {
  const stored = await universe.store.get(kind, id);
  if (stored) return stored;
  const ids = (await universe.store.page(kind, LOOKED_THROUGH)).map((entity) => entity.id);
  throw new ZoomMockControlError(404, `Failed to find ${id} among the ${kind}.${didYouMean(id, ids)}`);
}

/** Fills in host and account as a scenario would; the first user hosts what names no host. */
export function completed<Kind extends EntityKind>(
  kind: Kind,
  entity: object,
  accountId: string,
  users: readonly User[],
): Entities[Kind] {
  const alone = { description: "", account_id: accountId, users: [], meetings: [], webinars: [] };
  const [value] = completeWorld({ ...alone, users: users.slice(0, 1), [kind]: [entity] })[kind];
  return value as Entities[Kind]; // one went in, one comes out
}

/** Puts an entity, or `undefined` to remove it, whatever was there before. */
const replaceEntity = <Kind extends EntityKind>(universe: Universe, kind: Kind, id: string, value?: Entities[Kind]) =>
  replaceEntities(universe, [{ kind, id, value }]);

/** Puts or removes entities, whatever was there before: all of them at once. */
export async function replaceEntities(
  universe: Universe,
  replacements: readonly Omit<Change, "expected">[],
): Promise<void> {
  for (;;) {
    const changes = await Promise.all(
      replacements.map(async (replacement) => {
        const stored = await universe.store.get(replacement.kind, replacement.id);
        return { ...replacement, expected: stored?.version ?? 0 };
      }),
    );
    if (await universe.store.commit(changes)) return;
  }
}
