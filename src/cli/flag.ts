import { InvalidArgumentError, Option } from "commander";

/** A flag that the variable `ZOOM_MOCK_<variable>` stands in for. */
export const flag = (flags: string, description: string, variable: string): Option =>
  new Option(flags, description).env(`ZOOM_MOCK_${variable}`);

/** Takes a whole number. */
export function number(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a whole number.");
}
