import * as v from "valibot";
import type { OperationContext, Outcomes } from "./operation.js";

/** How an operation that gives a token for the raw data of a stream can end, once it is known whose it is. */
export const JOIN_TOKEN_OUTCOMES = {
  joinToken: {
    when: "the host's settings allow live streams; a bot gets the raw data with the token, nothing is started",
    required: true,
    reply: { schema: v.object({ token: v.string() }), sample: { token: "zoom-mock-join-token" } },
  },
  liveStreamingNotAllowed: { when: "the host's settings do not allow live streams" },
} as const satisfies Outcomes;

/** Longer than anybody guesses; how long Zoom's are is not told. */
const TOKEN_LENGTH = 64;

/** A token, unless the host's settings do not allow live streams. */
export function joinToken(
  isAllowed: boolean,
  { identifiers, knows }: OperationContext<keyof typeof JOIN_TOKEN_OUTCOMES>,
): { outcome: "liveStreamingNotAllowed" } | { outcome: "joinToken"; reply: { token: string } } {
  if (!isAllowed && knows("liveStreamingNotAllowed")) return { outcome: "liveStreamingNotAllowed" };
  return { outcome: "joinToken", reply: { token: identifiers.secret(TOKEN_LENGTH) } };
}
