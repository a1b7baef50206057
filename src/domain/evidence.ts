/** How an answer is known: Zoom's own texts say so, somebody recorded it, or nobody knows and it is our choice. */
export type Evidence = (typeof EVIDENCE)[number];

export const EVIDENCE = ["documented", "measured", "assumed"] as const;
