import type { Answer } from "./send.js";
import { encryptedTokenOf } from "./signature.js";

const HOUR = 3_600_000;

/** How long a validation holds. Source: developers.zoom.us, "Using webhooks", revalidation. */
export const VALIDATION_PERIOD = 72 * HOUR;

/** So many failures in a row disable a subscription; after two and four Zoom sends the account's owner an e-mail. */
export const MOST_VALIDATION_FAILURES = 6;

/** What is wrong with an endpoint's answer to a validation; nothing when it is right. */
export function validationProblem(answer: Answer, plainToken: string, secretToken: string): string | undefined {
  if ("error" in answer) return answer.error;
  if (answer.status !== 200 && answer.status !== 204) return `it answered ${answer.status} instead of 200`;
  const tokens = parsed(answer.body);
  if (tokens === undefined) return "its answer is not JSON with plainToken and encryptedToken";
  if (tokens.plainToken !== plainToken) return "its answer does not repeat the plainToken";
  if (tokens.encryptedToken === encryptedTokenOf(secretToken, plainToken)) return undefined;
  return "its encryptedToken is not HMAC-SHA256 of the plainToken with the secret token, in hexadecimal";
}

function parsed(text: string): { readonly plainToken?: unknown; readonly encryptedToken?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
