const LARGEST = 9_223_372_036_854_775_807n; // 2^63 - 1: Zoom types ids as int64

/**
 * The id of a meeting or webinar as Zoom writes it: digits, without leading zeros. It stays a string everywhere,
 * because a number loses digits above 2^53.
 *
 * @returns The id, or undefined when the text is not an int64 above zero.
 */
export function parseZoomId(text: string): string | undefined {
  if (!/^\d{1,19}$/.test(text)) return undefined;
  const id = text.replace(/^0+/, "");
  if (id === "" || (id.length === 19 && BigInt(id) > LARGEST)) return undefined;
  return id;
}
