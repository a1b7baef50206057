import type { Entities, EntityKind } from "../domain/world.js";
import type { WorldEvent } from "../domain/world-event.js";
import type { WorldView } from "../operations/operation.js";
import type { Change, Store, Stored } from "./store.js";

/** An event as a request caused it. */
export interface Announcement {
  readonly event: WorldEvent;
  readonly kind: EntityKind;
  readonly id: string;
}

/** An announcement with what it tells of: the entity after the change, or as it was before it was deleted. */
export interface Told extends Announcement {
  readonly entity: Entities[EntityKind] | undefined;
  /** The entity before the change, where a request caused it. */
  readonly before?: Entities[EntityKind] | undefined;
}

/** What one request reads and changes; nothing reaches the store before `commit`. */
export interface Transaction {
  readonly world: WorldView;
  readonly announcements: readonly Announcement[];
  /** The announcements with what they tell of. */
  told(): readonly Told[];
  /** The meeting or webinar the request is about: the first one it read. */
  subject(): { readonly before: Entities[EntityKind]; readonly after: Entities[EntityKind] } | undefined;
  /** Who hosts the meeting or webinar that the request puts: the first one it put. */
  hostOfPut(): string | undefined;
  /** `false` when another request changed something of it in between. */
  commit(): Promise<boolean>;
}

/** One entity as the request read it, and what it made of it. */
interface Touched {
  readonly kind: EntityKind;
  readonly id: string;
  readonly stored: Stored | undefined;
  /** `null`: it is to be deleted. */
  changed: Entities[EntityKind] | null | undefined;
}

export function beginTransaction(store: Store, accountId: string): Transaction {
  // A request touches two or three entities: a list is found through faster than any map.
  const touched: Touched[] = [];
  const announcements: Announcement[] = [];
  const given: (Entities[EntityKind] | undefined)[] = [];
  const find = (kind: EntityKind, id: string) => touched.find((each) => each.kind === kind && each.id === id);
  const world: WorldView = {
    accountId,
    get: async (kind, id) => {
      const known = find(kind, id);
      const stored = known ? known.stored : await store.get(kind, id);
      if (!known) touched.push({ kind, id, stored, changed: undefined });
      // Found by its kind, so that the entity is of it.
      return (known?.changed === null ? undefined : (known?.changed ?? stored?.value)) as
        | Entities[typeof kind]
        | undefined;
    },
    put: (kind, value) => {
      const known = find(kind, value.id);
      if (known) known.changed = value;
      else touched.push({ kind, id: value.id, stored: undefined, changed: value });
    },
    delete: (kind, id) => {
      const known = find(kind, id);
      if (known) known.changed = null;
    },
    first: (kind, limit) => store.page(kind, limit),
    hostedBy: (kind, userId) => store.hostedBy(kind, userId),
    userIdByEmail: (email) => store.userIdByEmail(email),
    announce: (event, kind, id, told) => {
      announcements.push({ event, kind, id });
      given.push(told);
    },
  };
  return {
    world,
    announcements,
    told: () =>
      announcements.map(({ event, kind, id }, index) => {
        const known = find(kind, id);
        const before = known?.stored?.value;
        return { event, kind, id, entity: given[index] ?? known?.changed ?? before, before };
      }),
    // Not a getter: an object with one costs V8 ten microseconds to make.
    subject: () => {
      const subject = touched.find(({ kind, stored }) => (kind === "meetings" || kind === "webinars") && stored);
      return subject?.stored && { before: subject.stored.value, after: subject.changed ?? subject.stored.value };
    },
    hostOfPut: () => {
      const put = touched.find(({ changed }) => changed && "host_id" in changed)?.changed;
      return put && "host_id" in put ? put.host_id : undefined;
    },
    commit: async () => {
      const changes = touched.flatMap(({ kind, id, stored, changed }): Change[] =>
        changed === undefined
          ? []
          : [{ kind, id, expected: stored?.version ?? 0, value: changed === null ? undefined : changed }],
      );
      return changes.length === 0 || store.commit(changes);
    },
  };
}
