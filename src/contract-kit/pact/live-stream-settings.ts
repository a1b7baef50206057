import type { LiveStreamSettings } from "../../domain/livestream.js";
import { escaped, type PactMatcher, regex, sameType } from "./matcher.js";

/** A setting of which the contract fixes the kind and not the value. */
export interface AnySetting<Value> {
  readonly example: Value;
  /** In a JSON body. */
  readonly matcher: PactMatcher;
  /** The pattern of its JSON text, in a form's field. */
  readonly text: string;
}

/** The settings of a live stream: what stands here as a value must be equal, what comes from `anySetting` need not. */
export type SettingsTemplate = {
  readonly [Name in keyof LiveStreamSettings]: LiveStreamSettings[Name] | AnySetting<LiveStreamSettings[Name]>;
};

type Value<Name extends keyof LiveStreamSettings> = NonNullable<LiveStreamSettings[Name]>;

/** A character of a display name in JSON text: no quote, backslash, pipe or control character, nothing above U+FFFF. */
const CHARACTER = `(?:[ !#-\\[\\]-{}-\\uFFFD]|\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4}))`;

/** Settings by kind, each with an example: any boolean, a name of 1 to 50 characters, one of Zoom's views. */
export const anySetting = {
  active_speaker_name: (example: Value<"active_speaker_name"> = false): AnySetting<boolean> => ({
    example,
    matcher: sameType(example),
    text: "(?:true|false)",
  }),
  display_name: (example: Value<"display_name"> = "Town hall"): AnySetting<string> => ({
    example,
    matcher: regex("^[\\u0000-{}-\\uFFFD]{1,50}$", example),
    text: `"${CHARACTER}{1,50}"`,
  }),
  layout: (example: Value<"layout"> = "follow_host") => oneOf(["follow_host", "gallery_view", "speaker_view"], example),
  close_caption: (example: Value<"close_caption"> = "burnt-in") => oneOf(["burnt-in", "embedded", "off"], example),
};

const oneOf = <Word extends string>(words: readonly Word[], example: Word): AnySetting<Word> => ({
  example,
  matcher: regex(`^(?:${words.join("|")})$`, example),
  text: `"(?:${words.join("|")})"`,
});

/** The settings as a member of a JSON body: exactly these members. */
export const jsonSettings = (settings: SettingsTemplate): Record<string, unknown> =>
  mapped(settings, (setting) => (isAny(setting) ? setting.matcher : setting));

/**
 * The settings as a form's text field holds them: a JSON object with exactly these members, each once, in any order, with
 * any white space. Pact can look into a text field by regular expression only.
 */
export function jsonText(settings: SettingsTemplate): PactMatcher<string> {
  const members = Object.entries(settings).map(([name, setting]) => ({
    name: `"${escaped(name)}"\\s*:`,
    value: isAny(setting) ? setting.text : escaped(JSON.stringify(setting)),
  }));
  const example = JSON.stringify(mapped(settings, (setting) => (isAny(setting) ? setting.example : setting)));
  if (members.length === 0) return regex("^\\s*\\{\\s*\\}\\s*$", example);
  const member = `(?:${members.map(({ name, value }) => `${name}\\s*${value}`).join("|")})`;
  // A name in quotes stands nowhere but before its colon: inside a text the quotes have backslashes.
  const each = members.map(({ name }) => `(?=[\\s\\S]*${name})`).join("");
  return regex(`^\\s*\\{\\s*${each}${member}(?:\\s*,\\s*${member}){${members.length - 1}}\\s*\\}\\s*$`, example);
}

const mapped = (settings: SettingsTemplate, map: (setting: unknown) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, map(setting)]));

const isAny = (setting: unknown): setting is AnySetting<unknown> => typeof setting === "object" && setting !== null;
