import { InvalidArgumentError } from "commander";

/** Reads `name=value`, several of them separated by semicolons, on top of what earlier flags said. Their values are checked when the mock starts. */
export function parseSwitches(
  text: string,
  before: Record<string, string | number> = {},
): Record<string, string | number> {
  const switches = { ...before };
  for (const pair of text.split(";").filter((each) => each.trim() !== "")) {
    const [, name, value] = /^\s*(\w+)=(.*?)\s*$/.exec(pair) ?? [];
    if (name === undefined || value === undefined) {
      throw new InvalidArgumentError("Write it as name=value, for example startWhileLive=refuse.");
    }
    switches[name] = /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  }
  return switches;
}
