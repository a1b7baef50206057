import type { BodyFields } from "../operations/body-fields.js";
import { isAbsent, isObject, type RawDifference } from "./differences.js";

/** Says where a field of the body that is missing in its place stands instead. */
export function misplaced({ path, expected, found }: RawDifference, body: unknown, read?: BodyFields): string[] {
  const [place, ...inBody] = path;
  const name = inBody.at(-1);
  if (place !== "body" || name === undefined || found !== undefined || isAbsent(expected)) return [];
  const other = placesOf(body).find((sent) => isMeant(sent, inBody));
  if (!other) return [];
  const wrong = read && !isRead(read, inBody) && isRead(read, other);
  if (wrong) {
    return [`The expectation is wrong: Zoom reads ${name} ${within(other)}, where it was sent, not ${within(inBody)}.`];
  }
  if (other.at(-1) === name) return [`${name} stands ${within(other)}; Zoom reads it ${within(inBody)}.`];
  return other.length < inBody.length
    ? [`${JSON.stringify(other.at(-1))} is one flat name; send ${name} ${within(inBody)}.`]
    : [`${JSON.stringify(other.at(-1))} was sent; Zoom's name is ${name}.`];
}

/** The same name in another place, the whole path in one name, or the name in another style. */
function isMeant(sent: readonly string[], wanted: readonly string[]): boolean {
  const name = wanted.at(-1) ?? "";
  const found = sent.at(-1) ?? "";
  const isElsewhere = found === name && sent.join(".") !== wanted.join(".");
  const isFlat = wanted.length > 1 && plain(found) === plain(wanted.join("")) && found !== name;
  return isElsewhere || isFlat || (found !== name && plain(found) === plain(name));
}

/** `settings/display_name`, `settings[display_name]` and `settingsDisplayName` mean the same. */
const plain = (name: string): string => name.replace(/[^A-Za-z0-9]/g, "").toLowerCase();

const within = (path: readonly string[]): string =>
  path.length === 1 ? "at the top level of the body" : `in ${path.slice(0, -1).join(".")}`;

/** Every name of a body with the way to it. */
function placesOf(value: unknown, above: readonly string[] = []): string[][] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => [[...above, name], ...placesOf(member, [...above, name])]);
}

function isRead(fields: BodyFields, [name = "", ...rest]: readonly string[]): boolean {
  if (!fields.has(name)) return false;
  const inner = fields.get(name);
  return rest.length === 0 || (inner !== undefined && isRead(inner, rest));
}
