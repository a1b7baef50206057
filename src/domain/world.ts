import type { Account } from "./account.js";
import type { FaultPlan } from "./fault.js";
import type { App, Authorization, Token } from "./oauth.js";
import type { Meeting, Webinar } from "./scheduled.js";
import type { User } from "./user.js";
import type { Webhook } from "./webhook.js";

/** What a world holds, by kind. */
export interface Entities {
  readonly accounts: Account;
  readonly users: User;
  readonly apps: App;
  readonly tokens: Token;
  readonly authorizations: Authorization;
  readonly meetings: Meeting;
  readonly webinars: Webinar;
  readonly webhooks: Webhook;
}

export type EntityKind = keyof Entities;

/** The kinds, for code that walks through a world. */
export const ENTITY_KINDS = [
  "accounts",
  "users",
  "apps",
  "tokens",
  "authorizations",
  "meetings",
  "webinars",
  "webhooks",
] as const satisfies readonly EntityKind[];

/** A whole world as one document: what scenarios hold and `/__zoom/state` reads and writes. */
export type World = {
  /** The account whose token calls the API. */
  readonly account_id: string;
  /** What is to go wrong: of scenarios only, a world that is read has none. */
  readonly faults?: readonly FaultPlan[];
} & { readonly [Kind in EntityKind]: readonly Entities[Kind][] };
