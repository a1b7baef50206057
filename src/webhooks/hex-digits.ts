import { createHash } from "node:crypto";

/** So many hexadecimal digits that follow from a text: unlike those of every other text, and the same each time. */
export const hexDigits = (seed: string, length: number): string =>
  createHash("sha256").update(seed).digest("hex").slice(0, length);
