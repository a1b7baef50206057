/** JSON in which a `bigint` is written as the number it is: ids have up to 19 digits, JavaScript's numbers hold 15. */
export function writeJson(value: unknown): string {
  let large = false;
  const text = JSON.stringify(value, (_name, member: unknown) => {
    if (typeof member !== "bigint") return member;
    large = true;
    return MARK + String(member);
  });
  return large ? text.replaceAll(MARKED, "$1") : text;
}

const MARK = "\u0000int64:";
const MARKED = /"\\u0000int64:(-?\d+)"/g;
