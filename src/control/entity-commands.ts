import * as v from "valibot";
import type { User } from "../domain/user.js";
import type { Entities, EntityKind } from "../domain/world.js";
import { entitySchemas } from "../fixtures/entity-schemas.js";
import { complete, type Described } from "../fixtures/world-schema.js";
import type { Change } from "../simulator/store.js";
import type { Universe } from "../simulator/universe.js";
import { didYouMean } from "../text/nearest.js";
import { defineCommand, ZoomMockControlError } from "./command.js";

/** The commands for one kind of entity: `/meetings`, `/meetings/{id}` and so on. */
function entityCommands<Kind extends EntityKind>(kind: Kind) {
  const one = kind.slice(0, -1);
  const description = v.strictObject({ ...entitySchemas[kind].entries, id: v.optional(v.string()) });
  return {
    list: defineCommand({
      method: "GET",
      path: `/${kind}`,
      summary: `All ${kind}.`,
      input: v.strictObject({}),
      run: async ({ universe }) => universe.store.list(kind),
    }),
    get: defineCommand({
      method: "GET",
      path: `/${kind}/{id}`,
      summary: `One ${one}.`,
      input: v.strictObject({ id: v.string() }),
      run: async ({ universe }, { id }) => (await existing(universe, kind, id)).value,
    }),
    put: defineCommand({
      method: "PUT",
      path: `/${kind}/{id}`,
      summary: `Creates or replaces a ${one}; what is left out is as with one that is ready to be streamed.`,
      input: v.pipe(
        v.strictObject({
          id: entitySchemas[kind].entries.id,
          // Nobody can guess where an endpoint is.
          body: kind === "webhooks" ? description : v.optional(description, {}),
        }),
        v.check(({ id, body }) => (body.id ?? id) === id, "the body names another id than the path"),
      ),
      run: async ({ universe }, { id, body }) => {
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
      run: async ({ universe }, { id }) => {
        await existing(universe, kind, id);
        await replaceEntity(universe, kind, id, undefined);
      },
    }),
  };
}

/** The commands of every kind. */
export const ENTITY_COMMANDS = {
  accounts: entityCommands("accounts"),
  users: entityCommands("users"),
  apps: entityCommands("apps"),
  tokens: entityCommands("tokens"),
  authorizations: entityCommands("authorizations"),
  meetings: entityCommands("meetings"),
  webinars: entityCommands("webinars"),
  webhooks: entityCommands("webhooks"),
};

/** How many ids are looked through for one that may have been meant. */
const LOOKED_THROUGH = 1000;

export async function existing<Kind extends EntityKind>(universe: Universe, kind: Kind, id: string) {
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
  const around = { account_id: accountId, host_id: users[0]?.id ?? "" };
  return complete[kind](entity as Described[Kind], around); // the command's schema made it
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
    if (await universe.store.commit(changes)) break;
  }
  for (const { kind, id, value } of replacements) {
    if (kind === "accounts") universe.limiter.learnOne(id, value as Entities["accounts"] | undefined); // by its kind
    if (kind === "webhooks") universe.webhooks.learn(id, value as Entities["webhooks"] | undefined); // by its kind
  }
}
