/**
 * Whether a message says what a fixture's message says, letter case and punctuation aside. A placeholder of the
 * fixture's stands for any text.
 *
 * @returns The message in its own wording, with the fixture's placeholders where it has other text; or undefined.
 */
export function matchMessage(template: string, message: string): string | undefined {
  const tokens = template.match(TOKEN) ?? [];
  const names = tokens.filter(isPlaceholder);
  const pattern = tokens.map((token) => (isPlaceholder(token) ? ANYTHING : token)).join(`${GAP}+`);
  const found = new RegExp(`^${GAP}*${pattern}${GAP}*$`, "diu").exec(message);
  if (!found) return undefined;
  let restored = "";
  let end = 0;
  for (const [index, name] of names.entries()) {
    const [from, to] = found.indices?.[index + 1] ?? [0, 0];
    const text = message.slice(from, to);
    restored += message.slice(end, from) + (isPlaceholder(text) ? text : name);
    end = to;
  }
  return restored + message.slice(end);
}

/** How many of their words two messages share, from 0 to 1; placeholders do not count, and a "not" in one is decisive. */
export function similarity(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (NEGATIONS.some((word) => a.has(word) !== b.has(word))) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** The names in braces, well-formed or not. */
export const placeholdersOf = (message: string): string[] =>
  [...message.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);

const TOKEN = /\{\w+\}|[\p{L}\p{N}]+/gu;
const GAP = "[^\\p{L}\\p{N}\\{\\}]";
const ANYTHING = "(\\{[^\\{\\}]*\\}|\\S(?:.*?\\S)??)";

const NEGATIONS = ["not", "no", "cannot", "without", "never"];

const isPlaceholder = (text: string): boolean => /^\{.*\}$/.test(text);

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(TOKEN) ?? []).filter((token) => !isPlaceholder(token)));
