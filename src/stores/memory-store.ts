import { ENTITY_KINDS, type Entities, type EntityKind } from "../domain/world.js";
import type { Store, Stored } from "../simulator/store.js";
import { createEmailIndex } from "./email-index.js";
import { createHostIndex } from "./host-index.js";

/** Keeps entities in this process's memory. The cost of a request does not depend on how many there are. */
export function createMemoryStore(): Store {
  const tables = new Map<EntityKind, Map<string, Stored>>(ENTITY_KINDS.map((kind) => [kind, new Map()]));
  // One count for all entities and loads, so that a request that began before a load cannot commit after it.
  let version = 0;
  const emails = createEmailIndex();
  // Every table holds entities of its own kind only: commit and load put them there.
  const table = <Kind extends EntityKind>(kind: Kind) => tables.get(kind) as Map<string, Stored<Kind>>;
  const all = function* <Kind extends EntityKind>(kind: Kind) {
    for (const { value } of table(kind).values()) yield value;
  };
  const hosted = { meetings: createHostIndex(() => all("meetings")), webinars: createHostIndex(() => all("webinars")) };
  return {
    get: async (kind, id) => table(kind).get(id),
    list: async (kind) => Array.from(table(kind).values(), ({ value }) => value),
    count: async (kind) => table(kind).size,
    page: async (kind, limit) => {
      const first: Entities[typeof kind][] = [];
      for (const { value } of table(kind).values()) {
        if (first.length >= limit) break;
        first.push(value);
      }
      return first;
    },
    hostedBy: async (kind, userId) =>
      Array.from(hosted[kind].idsOf(userId)).flatMap((id) => table(kind).get(id)?.value ?? []),
    userIdByEmail: async (email) => emails.idOf(email),
    commit: async (changes) => {
      if (changes.some(({ kind, id, expected }) => (table(kind).get(id)?.version ?? 0) !== expected)) return false;
      version += 1;
      for (const { kind, id, value } of changes) {
        // A change of this kind holds a user.
        if (kind === "users") emails.replace(table(kind).get(id)?.value, value as Entities["users"] | undefined);
        if (kind === "meetings" || kind === "webinars") {
          // A change of these kinds holds one of them.
          hosted[kind].replace(table(kind).get(id)?.value, value as Entities[typeof kind] | undefined);
        }
        if (value === undefined) table(kind).delete(id);
        else table(kind).set(id, { value, version });
      }
      return true;
    },
    load: async (world) => {
      version += 1;
      for (const kind of ENTITY_KINDS) {
        tables.set(kind, new Map(world[kind].map((value): [string, Stored] => [value.id, { value, version }])));
      }
      emails.load(world.users);
      hosted.meetings.clear();
      hosted.webinars.clear();
    },
  };
}
