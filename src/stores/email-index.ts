import type { User } from "../domain/user.js";

/** Finds users by e-mail address, in whatever case. Of several with one address the first that came keeps it. */
export interface EmailIndex {
  idOf(email: string): string | undefined;
  /** A user as it was and as it is; `undefined` where there is none. */
  replace(before: User | undefined, after: User | undefined): void;
  /** Forgets everything else. */
  load(users: readonly User[]): void;
}

export function createEmailIndex(): EmailIndex {
  const ids = new Map<string, string>();
  const add = ({ id, email }: User) => {
    const key = email.toLowerCase();
    if (!ids.has(key)) ids.set(key, id);
  };
  return {
    idOf: (email) => ids.get(email.toLowerCase()),
    replace: (before, after) => {
      if (before?.email === after?.email) return;
      if (before && ids.get(before.email.toLowerCase()) === before.id) ids.delete(before.email.toLowerCase());
      if (after) add(after);
    },
    load: (users) => {
      ids.clear();
      for (const user of users) add(user);
    },
  };
}
