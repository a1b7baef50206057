import { validate } from "dockerfile-utils";
import {
  healthcheckCommand,
  type Instruction,
  isExecForm,
  parseDockerfile,
  type Stage,
  wordsOf,
} from "./dockerfile.js";

/** What a Dockerfile is checked against. */
export interface Checkout {
  /** The files that a builder is given. */
  readonly files: readonly string[];
  /** Node's versions that the package runs on, as in package.json. */
  readonly engines: string;
}

/** Everything that is wrong with a Dockerfile: what the linter finds, and what this image promises beyond that. */
export function dockerfileProblems(text: string, { files, engines }: Checkout): string[] {
  const stages = parseDockerfile(text);
  const last = stages.at(-1)?.instructions ?? [];
  const of = (keyword: string) => last.findLast((instruction) => instruction.keyword === keyword);
  return [
    ...validate(text).map(({ message }) => `linter: ${message}`),
    ...stages.flatMap(({ base }) => baseProblem(base, engines)),
    ...stages.flatMap((stage, index) => copyProblems(stage, stages.slice(0, index), files)),
    ...(isUser(of("USER")) ? [] : ["USER: the image must not run as root, and must name its user by number"]),
    ...(of("HEALTHCHECK") && healthcheckWords(of("HEALTHCHECK")).at(-1) === "healthcheck"
      ? []
      : ["HEALTHCHECK: it must be our own subcommand"]),
    ...["ENTRYPOINT", "CMD", "HEALTHCHECK"].flatMap((keyword) => formProblem(keyword, of(keyword))),
    ...(of("EXPOSE")?.text === "4010" ? [] : ["EXPOSE: it must be the port that start listens on"]),
  ];
}

const isUser = (instruction: Instruction | undefined): boolean =>
  /^[1-9]\d*(:[1-9]\d*)?$/.test(instruction?.text ?? "");

const healthcheckWords = (instruction: Instruction | undefined): string[] =>
  instruction ? wordsOf(healthcheckCommand(instruction)) : [];

/** Signals reach a program that is started by itself, not one that a shell starts. */
function formProblem(keyword: string, instruction: Instruction | undefined): string[] {
  const command = instruction && healthcheckCommand(instruction);
  return command && isExecForm(command) ? [] : [`${keyword}: it must be there, in exec form`];
}

function baseProblem(base: string, engines: string): string[] {
  const [, major] = /^node:(\d+)-(?:slim|alpine)$/.exec(base) ?? [];
  if (major === undefined) return [`FROM ${base}: it must be a small official image of Node's with its major version`];
  const fits = engines.split("||").some((range) => {
    const [, operator, lowest] = /^\s*(\^|>=)(\d+)/.exec(range) ?? [];
    return operator === "^" ? major === lowest : Number(major) >= Number(lowest);
  });
  return fits ? [] : [`FROM ${base}: package.json asks for Node ${engines}`];
}

/** Sources that are not there, or that .dockerignore keeps from the builder. */
function copyProblems(stage: Stage, earlier: readonly Stage[], files: readonly string[]): string[] {
  const copies = stage.instructions.filter(({ keyword }) => keyword === "COPY" || keyword === "ADD");
  return copies.flatMap(({ flags: { from }, words }) => {
    if (from !== undefined)
      return earlier.some(({ name }) => name === from) ? [] : [`COPY: no stage is called ${from}`];
    const missing = words.slice(0, -1).filter((source) => !files.some((file) => `${file}/`.startsWith(`${source}/`)));
    return missing.map((source) => `COPY ${source}: it is not in the checkout, or .dockerignore leaves it out`);
  });
}
