/** What an account pays for; decides how often it may call. Source: Zoom's page on rate limits. */
export type Plan = "free" | "pro" | "business";

export const PLANS = ["free", "pro", "business"] as const satisfies readonly Plan[];

/** An account of Zoom. */
export interface Account {
  readonly id: string;
  /** `null`: whatever the mock was started with; without a plan there are no limits. */
  readonly plan: Plan | null;
  /**
   * Settings that the account keeps from its users, as dotted names: a user's PATCH answers 204 and leaves them.
   *
   * @example ["in_meeting.allow_live_streaming"]
   */
  readonly locked_settings: readonly string[];
}
