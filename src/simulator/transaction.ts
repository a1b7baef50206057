import type { LiveStreamEvent } from "../domain/livestream.js";
import type { Entities, EntityKind } from "../domain/world.js";
import type { WorldView } from "../operations/operation.js";
import type { Change, Store, Stored } from "./store.js";

/** An event as a request caused it. */
export interface Announcement {
  readonly event: LiveStreamEvent;
  readonly kind: EntityKind;
  readonly id: string;
}

/** What one request reads and changes; nothing reaches the store before `commit`. */
export interface Transaction {
  readonly world: WorldView;
  readonly announcements: readonly Announcement[];
  /** The meeting or webinar the request is about: the first one it read. */
  readonly subject: { readonly before: Entities[EntityKind]; readonly after: Entities[EntityKind] } | undefined;
  /** `false` when another request changed something of it in between. */
  commit(): Promise<boolean>;
}

export function beginTransaction(store: Store, accountId: string): Transaction {
  const read = new Map<string, Stored | undefined>();
  const changes = new Map<string, Change>();
  const announcements: Announcement[] = [];
  let subject: { key: string; before: Entities[EntityKind] } | undefined;
  const world: WorldView = {
    accountId,
    get: async (kind, id) => {
      const key = `${kind}/${id}`;
      const stored = read.get(key) ?? (await store.get(kind, id));
      read.set(key, stored);
      if (stored && !subject && kind !== "users") subject = { key, before: stored.value };
      // The key holds the kind, so that the entity is of it.
      return (changes.get(key)?.value ?? stored?.value) as Entities[typeof kind] | undefined;
    },
    put: (kind, value) => {
      const key = `${kind}/${value.id}`;
      changes.set(key, { kind, id: value.id, expected: read.get(key)?.version ?? 0, value });
    },
    announce: (event, kind, id) => announcements.push({ event, kind, id }),
  };
  return {
    world,
    announcements,
    get subject() {
      return subject && { before: subject.before, after: changes.get(subject.key)?.value ?? subject.before };
    },
    commit: async () => changes.size === 0 || store.commit([...changes.values()]),
  };
}
