/** Some of the settings, at any depth. */
export type SomeOf<Settings> = Settings extends readonly unknown[]
  ? Settings
  : Settings extends object
    ? { readonly [Name in keyof Settings]?: SomeOf<Settings[Name]> | undefined }
    : Settings;

/**
 * Settings with some of them changed. A list is replaced as a whole.
 *
 * @param locked Dotted names of those that stay as they are, whatever is asked; one of a group holds for all in it.
 */
export function changeSettings<Settings extends object>(
  settings: Settings,
  changes: SomeOf<NoInfer<Settings>>,
  locked: readonly string[],
): Settings {
  return changed(settings, changes, locked, "") as Settings; // the same members, with values of the same types
}

function changed(settings: object, changes: object, locked: readonly string[], path: string): object {
  const result: Record<string, unknown> = { ...settings };
  for (const [name, change] of Object.entries(changes)) {
    const before = result[name];
    if (change === undefined || locked.includes(path + name)) continue;
    result[name] = isGroup(before) && isGroup(change) ? changed(before, change, locked, `${path}${name}.`) : change;
  }
  return result;
}

const isGroup = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
