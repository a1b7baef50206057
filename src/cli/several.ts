/** Takes what a flag says after what it said before; a variable separates several by spaces. */
export const several = (text: string, before: readonly string[] = []): string[] => [
  ...before,
  ...text.split(/\s+/).filter((each) => each !== ""),
];
