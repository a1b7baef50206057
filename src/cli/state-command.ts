import { readFileSync, writeFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { connectZoomMock, type Scenario, type ZoomMock } from "../index.js";

interface StateFlags {
  readonly url: string;
  readonly controlToken?: string;
}

/** `zoom-mock state export` and `import`: the world of a running mock as a file, and back. */
export function stateCommand(command: Command): Command {
  command.name("state").description("Take the world out of a running mock, or put one in.");
  withUrl(command.command("export [file]"))
    .description("Write the world as JSON, to a file or to standard output.")
    .action(async (file: string | undefined, flags: StateFlags) => {
      const text = `${JSON.stringify(await connected(flags).state.get(), null, 2)}\n`;
      if (file === undefined) process.stdout.write(text);
      else writeFileSync(file, text);
    });
  withUrl(command.command("import <file>"))
    .description("Replace the world by the one in a file, until the next reset. A file of --state will do.")
    .action(async (file: string, flags: StateFlags) => connected(flags).state.put(worldIn(file)));
  return command;
}

const withUrl = (command: Command): Command =>
  command
    .addOption(
      new Option("--url <url>", "where it runs")
        .env("ZOOM_MOCK_URL")
        .default(`http://127.0.0.1:${process.env["ZOOM_MOCK_PORT"] || 4010}`),
    )
    .addOption(new Option("--control-token <token>", "the token it was started with").env("ZOOM_MOCK_CONTROL_TOKEN"));

const connected = ({ url, controlToken }: StateFlags): ZoomMock =>
  connectZoomMock(url, controlToken === undefined ? {} : { controlToken });

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
