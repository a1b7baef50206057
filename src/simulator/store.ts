import type { Entities, EntityKind, World } from "../domain/world.js";

/** An entity with the version that a later change must name. Versions are above 0. */
export interface Stored<Kind extends EntityKind = EntityKind> {
  readonly value: Entities[Kind];
  readonly version: number;
}

/** One changed entity: `expected` is the version it had when it was read, 0 when there was none. */
export interface Change<Kind extends EntityKind = EntityKind> {
  readonly kind: Kind;
  readonly id: string;
  readonly expected: number;
  /** `undefined` deletes it. */
  readonly value: Entities[Kind] | undefined;
}

/** Where a universe keeps its entities. Asynchronous, so that a shared store fits behind it. */
export interface Store {
  get<Kind extends EntityKind>(kind: Kind, id: string): Promise<Stored<Kind> | undefined>;
  /** All entities of a kind, in the order in which they were added. */
  list<Kind extends EntityKind>(kind: Kind): Promise<readonly Entities[Kind][]>;
  /** How many there are of a kind. */
  count(kind: EntityKind): Promise<number>;
  /** The first of them, up to `limit`; what it costs does not depend on how many there are. */
  page<Kind extends EntityKind>(kind: Kind, limit: number): Promise<readonly Entities[Kind][]>;
  /** All that a user hosts, in the order in which they were added. */
  hostedBy<Kind extends "meetings" | "webinars">(kind: Kind, userId: string): Promise<readonly Entities[Kind][]>;
  /** The id of the user with an e-mail address, in whatever case. */
  userIdByEmail(email: string): Promise<string | undefined>;
  /** Applies all changes or, when one of the expected versions no longer holds, none of them: then `false`. */
  commit(changes: readonly Change[]): Promise<boolean>;
  /** Replaces everything by the world. */
  load(world: World): Promise<void>;
}
