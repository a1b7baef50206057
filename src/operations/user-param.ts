import type { User } from "../domain/user.js";
import type { OperationContext, Outcomes } from "./operation.js";

/** The path parameter of operations on one user. */
export const userIdParam = {
  userId: {
    description: "The user's ID or e-mail address; `me` is the user whom the token belongs to.",
    example: "KDcuGIm1QgePTO8WbOqwIQ",
    type: "string",
    parse: (text: string) => (text.trim() === "" ? undefined : text),
    missing: "userDoesNotExist",
    invalid: "userDoesNotExist",
  },
} as const;

/** How an operation on one user can end before it is done. */
export const USER_OUTCOMES = {
  userDoesNotExist: { when: "no user of the account has the id or the e-mail address", required: true },
} as const satisfies Outcomes;

/** The user that a request is about, or why it is refused. */
export async function findUser(
  id: string,
  { world, caller }: Pick<OperationContext, "world" | "caller">,
): Promise<User | { readonly outcome: keyof typeof USER_OUTCOMES }> {
  const named = id === "me" ? (caller.userId ?? (await firstUserOf(world))) : id;
  const user = named === undefined ? undefined : await userNamed(named, world);
  return user?.account_id === world.accountId ? user : { outcome: "userDoesNotExist" };
}

type World = OperationContext["world"];

/** Zoom takes an e-mail address wherever it takes a user's id. */
async function userNamed(idOrEmail: string, world: World): Promise<User | undefined> {
  const user = await world.get("users", idOrEmail);
  if (user || !idOrEmail.includes("@")) return user;
  const id = await world.userIdByEmail(idOrEmail);
  return id === undefined ? undefined : world.get("users", id);
}

/** Whom `me` is when no user stands behind the token: officially nobody, in practice it works. */
async function firstUserOf(world: World): Promise<string | undefined> {
  for (const limit of [1, LOOKED_THROUGH]) {
    const users = await world.first("users", limit);
    const user = users.find(({ account_id }) => account_id === world.accountId);
    if (user) return user.id;
  }
  return undefined;
}

/** How many users are looked through, so that the size of a world does not matter. */
const LOOKED_THROUGH = 1000;
