import type { Meeting, Webinar } from "../domain/scheduled.js";

/** Finds what a user hosts. */
export interface HostIndex {
  /** The ids in the order in which they were added. */
  idsOf(userId: string): Iterable<string>;
  /** A meeting or webinar as it was and as it is; `undefined` where there is none. */
  replace(before: Meeting | Webinar | undefined, after: Meeting | Webinar | undefined): void;
  /** Forgets everything; the next question looks at all there is. */
  clear(): void;
}

/** @param all Everything there is. It is asked at the first question only: worlds of a million load no slower for it. */
export function createHostIndex(all: () => Iterable<Meeting | Webinar>): HostIndex {
  let idsByHost: Map<string, Set<string>> | undefined;
  return {
    idsOf: (userId) => {
      idsByHost ??= indexed(all());
      return idsByHost.get(userId) ?? [];
    },
    replace: (before, after) => {
      if (!idsByHost || before?.host_id === after?.host_id) return;
      if (before) idsByHost.get(before.host_id)?.delete(before.id);
      if (after) add(idsByHost, after);
    },
    clear: () => {
      idsByHost = undefined;
    },
  };
}

function indexed(all: Iterable<Meeting | Webinar>): Map<string, Set<string>> {
  const idsByHost = new Map<string, Set<string>>();
  for (const each of all) add(idsByHost, each);
  return idsByHost;
}

function add(idsByHost: Map<string, Set<string>>, { id, host_id }: Meeting | Webinar): void {
  const ids = idsByHost.get(host_id);
  if (ids) ids.add(id);
  else idsByHost.set(host_id, new Set([id]));
}
