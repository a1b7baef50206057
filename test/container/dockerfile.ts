/** One instruction of a Dockerfile, its continued lines put together. */
export interface Instruction {
  readonly keyword: string;
  /** As `from` in `COPY --from=build …`. */
  readonly flags: Readonly<Record<string, string>>;
  /** What stands behind the flags. */
  readonly text: string;
  /** The words of the text: those of its list in the exec form, else what spaces separate. */
  readonly words: readonly string[];
}

/** From one FROM to the next. */
export interface Stage {
  readonly base: string;
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile, as far as ours needs them understood: no ARG before FROM, no here-documents. */
export function parseDockerfile(text: string): Stage[] {
  const lines = text
    .replace(/^\s*#.*\n/gm, "")
    .replace(/\\\n/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const stages: (Stage & { instructions: Instruction[] })[] = [];
  for (const instruction of lines.map(parseInstruction)) {
    const [base = "", , name] = instruction.words;
    if (instruction.keyword === "FROM") stages.push({ base, name, instructions: [] });
    else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

/** Whether a command is a list of words, which no shell reads. */
export const isExecForm = (text: string): boolean => text.startsWith("[");

/** What a HEALTHCHECK runs. */
export const healthcheckCommand = ({ text }: Instruction): string => text.replace(/^CMD\s+/, "");

export const wordsOf = (text: string): string[] => (isExecForm(text) ? JSON.parse(text) : text.split(/\s+/));

function parseInstruction(line: string): Instruction {
  const [, keyword = "", flagText = "", text = ""] = /^\s*(\w+)\s+((?:--\S+\s+)*)(.*?)\s*$/.exec(line) ?? [];
  const flags = Object.fromEntries(
    [...flagText.matchAll(/--([\w-]+)=(\S+)/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  return { keyword: keyword.toUpperCase(), flags, text, words: wordsOf(text) };
}
