import type { User } from "../../domain/user.js";
import { beginTransaction, type Transaction } from "../transaction.js";
import type { Universe } from "../universe.js";

/** Why a consent page cannot be shown or answered: what is wrong, and what to do. */
export interface ConsentProblem {
  readonly problem: string;
}

/** What a user answered: who it was, and whether the app may. */
export interface Consent {
  readonly userId: string;
  readonly allowed: boolean;
}

/** The users that can be chosen from, as many as a page can show. */
export const consentingUsers = (universe: Universe): Promise<readonly User[]> =>
  universe.store.page("users", MOST_USERS);

const MOST_USERS = 100;

/** The user who consents where nobody is asked. */
export async function firstUser(universe: Universe): Promise<User | ConsentProblem> {
  const [user] = await universe.store.page("users", 1);
  return user ?? { problem: "There is no user who could consent. Add one to the scenario." };
}

export const unknownUser = (userId: string): string =>
  `There is no user ${userId}. Go back, and choose one of those that the page offers.`;

/** Changes the world; once more when a request changed the same entities in between. */
export async function change<Result>(
  universe: Universe,
  decide: (world: Transaction["world"]) => Promise<Result>,
): Promise<Result> {
  for (;;) {
    const transaction = beginTransaction(universe.store, universe.accountId);
    const result = await decide(transaction.world);
    if (await transaction.commit()) return result;
  }
}
