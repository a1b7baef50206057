import type { AnyOperation } from "../../operations/operation.js";
import type { Situation, Situations } from "./situation.js";
import { CONFIGURATION_SITUATIONS } from "./situations/configuration-situations.js";
import { OAUTH_SITUATIONS } from "./situations/oauth-situations.js";
import { SCHEDULED_SITUATIONS } from "./situations/scheduled-situations.js";
import { STATUS_SITUATIONS } from "./situations/status-situations.js";
import { USER_SITUATIONS } from "./situations/user-situations.js";

const SITUATIONS: Situations = {
  ...STATUS_SITUATIONS,
  ...CONFIGURATION_SITUATIONS,
  ...SCHEDULED_SITUATIONS,
  ...USER_SITUATIONS,
  ...OAUTH_SITUATIONS,
};

/** Documented outcomes that no contract can bring about, and why. */
export const NOT_IN_CONTRACTS: Readonly<Record<string, string>> = {
  rateLimitPerSecond: "it takes many requests, and an interaction of a contract is one",
  rateLimitPerDay: "it takes many requests, and an interaction of a contract is one",
  accessTokenExpired: "tokens are any at all while contracts are verified",
  meetingIdDoesNotExist: "it takes a switch, and switches are not part of a provider state",
};

/** The situations in which an operation ends with an outcome. Whatever it is, without a token it is refused. */
export function situationsOf({ id, success }: AnyOperation, outcome: string): readonly Situation[] {
  const own = SITUATIONS[id]?.[outcome];
  if (own) return own;
  const usual = SITUATIONS[id]?.[success]?.slice(0, 1) ?? [];
  return outcome === "accessTokenMissing" ? usual.map((situation) => ({ ...situation, token: null })) : [];
}
