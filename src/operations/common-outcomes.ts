import type { AnyOperation, Outcomes } from "./operation.js";

/** How an operation that asks for a bearer token can end before it looks at anything else. */
const TOKEN_OUTCOMES = {
  accessTokenMissing: {
    when: "there is no bearer token in the Authorization header",
    required: true,
  },
  accessTokenInvalid: {
    when: "the token is none that was issued, or it was revoked (tokens are issued ones only)",
    required: true,
  },
  accessTokenExpired: { when: "the token has expired (tokens are issued ones only)", required: true },
  scopesMissing: {
    when: "the token has none of the operation's scopes (tokens are issued ones only)",
    required: true,
    values: { scopes: "meeting:update:livestream_status, meeting:update:livestream_status:admin" },
  },
  invalidApiKey: {
    when: "the token is of client_credentials, which is for no REST operation (tokens are issued ones only)",
  },
  rateLimitPerSecond: {
    when: "the account called more often per second (Resource-intensive: per minute) than its plan allows",
  },
  rateLimitPerDay: {
    when: "the account called more often per day than its plan allows",
    values: { retryAfter: "2026-01-02T00:00:00Z" },
  },
} as const satisfies Outcomes;

/** How an operation that takes a body can end before its own handler is asked. */
const BODY_OUTCOMES = {
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
} as const satisfies Outcomes;

/** How an operation that creates or updates meetings or webinars can end instead. */
const USER_LIMIT_OUTCOMES = {
  dailyUserLimit: {
    when: "the host's meetings and webinars were created or updated as often as one user's may be on one day (with a plan only)",
    values: { updatesPerDay: 100 },
  },
} as const satisfies Outcomes;

/** How several operations can end, whatever their own handlers say. */
export const COMMON_OUTCOMES = { ...TOKEN_OUTCOMES, ...BODY_OUTCOMES, ...USER_LIMIT_OUTCOMES };

export type CommonOutcome = keyof typeof COMMON_OUTCOMES;

/** Every way in which one operation can end: its own outcomes before the common ones. */
export function outcomesOf({ outcomes, security = "bearer", method, limitedPerUser }: AnyOperation): Outcomes {
  return {
    ...outcomes,
    ...(security === "bearer" && TOKEN_OUTCOMES),
    ...(security === "bearer" && takesBody(method) && BODY_OUTCOMES),
    ...(limitedPerUser && USER_LIMIT_OUTCOMES),
    // An operation may say more exactly when a common outcome happens.
    ...outcomes,
  };
}

/** Whether anybody reads a body that is sent with the method. */
export const takesBody = (method: AnyOperation["method"]): boolean => method !== "GET" && method !== "DELETE";
