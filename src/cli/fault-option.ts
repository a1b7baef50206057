/** Adds a fault to what earlier flags planned: JSON, or short texts separated by semicolons. They are checked when the mock starts. */
export function parseFaults(text: string, before: readonly string[] = []): string[] {
  if (text.trimStart().startsWith("{")) return [...before, text];
  return [...before, ...text.split(";").filter((each) => each.trim() !== "")];
}
