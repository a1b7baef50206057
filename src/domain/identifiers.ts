/** Makes the ids that Zoom would: always the same ones in the same order, so that a test can repeat itself. */
export interface Identifiers {
  /** Eleven digits, as meetings and webinars have. */
  scheduledId(): string;
  /** 16 bytes as Base64: another one for each time a meeting is held. */
  uuid(): string;
  /** So many letters and digits: for tokens and codes. */
  secret(length: number): string;
  /** How many have been made; to go on from there in another process. */
  count(): number;
  /** Begins again, or goes on from a count. */
  reset(count?: number): void;
}

/** @param seed Two universes with different seeds make different ids. */
export function createIdentifiers(seed: string): Identifiers {
  let made = 0;
  const next = () => {
    made += 1;
    return randomNumbers(`${seed}/${made}`);
  };
  return {
    scheduledId: () => {
      const random = next();
      return `8${digits(random, 10)}`;
    },
    uuid: () => uuidOf(next()),
    secret: (length) => {
      const random = next();
      return Array.from({ length }, () => LETTERS_AND_DIGITS.charAt(random() % LETTERS_AND_DIGITS.length)).join("");
    },
    count: () => made,
    reset: (count = 0) => {
      made = count;
    },
  };
}

/** The uuid of a meeting that names none: always the same for an id. */
export const uuidFor = (id: string): string => uuidOf(randomNumbers(id));

/** The ten digits of a user's personal meeting: always the same for a user. */
export const personalMeetingIdFor = (userId: string): number => Number(`5${digits(randomNumbers(userId), 9)}`);

const LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const BASE64 = `${LETTERS_AND_DIGITS}+/`;

/** 16 bytes as Base64: 21 letters, one that ends in four zero bits, and the padding. */
function uuidOf(random: () => number): string {
  const letters = Array.from({ length: 21 }, () => BASE64.charAt(random() % 64));
  // Joined, not added up: a million of them are kept, and a sum of letters stays a chain of strings in memory.
  return [...letters, "AQgw".charAt(random() % 4), "=="].join("");
}

const digits = (random: () => number, length: number): string =>
  Array.from({ length }, () => String(random() % 10)).join("");

/** 32-bit numbers that follow from a text: FNV-1a for the seed, then xorshift (Marsaglia 2003). Not for secrets. */
function randomNumbers(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x01000193) >>> 0;
  }
  state ||= 1;
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state >>> 8;
  };
  // Seeds that differ in their last letter only are far apart after a few steps.
  for (let step = 0; step < 8; step += 1) random();
  return random;
}
