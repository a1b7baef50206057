/** Eleven digits, so that every request has the same length. */
const FIRST_ID = 80_000_000_000;

/** @param {number} index */
export const meetingId = (index) => String(FIRST_ID + index);

/**
 * A world of meetings that are ready to be streamed.
 *
 * @param {number} count
 */
export const worldOf = (count) => ({
  account_id: "account",
  users: [{ id: "host" }],
  meetings: Array.from({ length: count }, (_, index) => ({ id: meetingId(index) })),
});
