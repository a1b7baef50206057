import { readFileSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import type { Scenario } from "../index.js";
import { addRunningMockFlags, type RunningMockFlags, runningMock } from "./running-mock.js";

/** `zoom-mock state export` and `import`: the world of a running mock as a file, and back. */
export function stateCommand(command: Command): Command {
  command.name("state").description("Take the world out of a running mock, or put one in.");
  addRunningMockFlags(command.command("export [file]"))
    .description("Write the world as JSON, to a file or to standard output.")
    .action(async (file: string | undefined, flags: RunningMockFlags) => {
      const text = `${JSON.stringify(await runningMock(flags).state.get(), null, 2)}\n`;
      if (file === undefined) process.stdout.write(text);
      else writeFileSync(file, text);
    });
  addRunningMockFlags(command.command("import <file>"))
    .description("Replace the world by the one in a file, until the next reset. A file of --state will do.")
    .action(async (file: string, flags: RunningMockFlags) => runningMock(flags).state.put(worldIn(file)));
  return command;
}

/** The mock itself checks what is in it; the clock of a state file is not part of the world. */
function worldIn(file: string): Scenario {
  try {
    const { clock, identifiers, ...world } = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
    return world;
  } catch (error) {
    throw new Error(
      `Failed to read ${file}: ${(error as Error).message}. Name a file that "zoom-mock state export" wrote.`,
    );
  }
}
