import type { Outcomes } from "./operation.js";

/** How any operation can end, before its own handler is asked. */
export const COMMON_OUTCOMES = {
  accessTokenMissing: {
    when: "there is no bearer token in the Authorization header",
    required: true,
  },
  unsupportedContentType: {
    when: "the body is of a type that the operation does not take",
    required: true,
  },
  malformedJson: {
    when: "the body is not a JSON object",
    required: true,
  },
  validationFailed: {
    when: "a field is missing, has the wrong type or a value that is not allowed, or the form cannot be read",
    required: true,
    values: { errors: [{ field: "action", problem: "invalid" }] },
  },
  rateLimitPerSecond: {
    when: "the account called more often per second than its plan allows",
  },
  rateLimitPerDay: {
    when: "the account called more often per day than its plan allows",
    values: { retryAfter: "2026-01-02T00:00:00Z" },
  },
} as const satisfies Outcomes;

export type CommonOutcome = keyof typeof COMMON_OUTCOMES;
