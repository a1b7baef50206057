import { distance } from "fastest-levenshtein";

/** The words that look most like the given one, best first; words that share nothing with it are left out. */
export function nearest(word: string, words: readonly string[], most = 3): string[] {
  const wanted = word.toLowerCase();
  return words
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far < Math.max(candidate.length, word.length) * 0.6)
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** A sentence that suggests the nearest of some words, or lists them all; empty when there are none. */
export function didYouMean(word: string, words: readonly string[]): string {
  const [best] = nearest(word, words, 1);
  if (best !== undefined) return ` Did you mean ${best}?`;
  return words.length === 0 ? "" : ` There are ${words.join(", ")}.`;
}
