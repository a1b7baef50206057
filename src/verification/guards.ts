import { COMMON_OUTCOMES, type CommonOutcome } from "../operations/common-outcomes.js";
import type { AnyOperation } from "../operations/operation.js";

/** What a request passes on its way, in this order. */
export type Guard = "route" | "token" | "limits" | "path" | "body" | "operation" | "user limit";

/** Which guard ends a request with a common outcome. */
const GUARD_OF: Readonly<Record<CommonOutcome, Guard>> = {
  accessTokenMissing: "token",
  accessTokenInvalid: "token",
  accessTokenExpired: "token",
  scopesMissing: "token",
  invalidApiKey: "token",
  rateLimitPerSecond: "limits",
  rateLimitPerDay: "limits",
  unsupportedContentType: "body",
  malformedJson: "body",
  validationFailed: "body",
  dailyUserLimit: "user limit",
};

/** The guards that an operation has, in their order. */
export function guardsOf({ security = "bearer", method, params, limitedPerUser }: AnyOperation): Guard[] {
  const isBearer = security === "bearer";
  return [
    "route",
    ...(isBearer ? (["token", "limits"] as const) : []),
    ...(Object.keys(params).length > 0 ? (["path"] as const) : []),
    ...(isBearer && method !== "GET" && method !== "DELETE" ? (["body"] as const) : []),
    "operation",
    ...(limitedPerUser ? (["user limit"] as const) : []),
  ];
}

/** The guard that ended a request with an outcome of the operation. */
export function guardOf(outcome: string, { params }: AnyOperation): Guard {
  const parameters: AnyOperation["params"][string][] = Object.values(params);
  if (parameters.some(({ missing, invalid }) => outcome === missing || outcome === invalid)) return "path";
  return isCommon(outcome) ? GUARD_OF[outcome] : "operation";
}

const isCommon = (outcome: string): outcome is CommonOutcome => Object.hasOwn(COMMON_OUTCOMES, outcome);
