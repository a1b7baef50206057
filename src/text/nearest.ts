import { distance } from "fastest-levenshtein";

/** The words that look most like the given one, best first; words that share nothing with it are left out. */
export function nearest(word: string, words: readonly string[], most = 3): string[] {
  const wanted = word.toLowerCase();
  return words
    .map((candidate) => {
      const name = candidate.toLowerCase();
      return { candidate, far: distance(wanted, name), other: lettersMissing(wanted, name) };
    })
    .filter(({ candidate, far }) => far < Math.max(candidate.length, word.length) * 0.6)
    .sort((a, b) => a.far - b.far || a.other - b.other)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** A sentence that suggests the nearest of some words; empty when none is near. */
export function suggestion(word: string, words: readonly string[]): string {
  const [best] = nearest(word, words, 1);
  return best === undefined ? "" : ` Did you mean ${best}?`;
}

/** A sentence that suggests the nearest of some words, or else lists them; empty when there are none. */
export function didYouMean(word: string, words: readonly string[]): string {
  const suggested = suggestion(word, words);
  if (suggested !== "" || words.length === 0) return suggested;
  const more = words.length > MOST_LISTED ? ` and ${words.length - MOST_LISTED} more` : "";
  return ` There are ${words.slice(0, MOST_LISTED).join(", ")}${more}.`;
}

const MOST_LISTED = 10;

/** How many letters of one word the other has not: of words equally far, the one with swapped letters was meant. */
function lettersMissing(word: string, other: string): number {
  const left = [...other];
  let missing = 0;
  for (const letter of word) {
    const at = left.indexOf(letter);
    if (at < 0) missing += 1;
    else left.splice(at, 1);
  }
  return missing;
}
