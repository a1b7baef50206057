import { type Command, Option } from "commander";
import { environmentFor } from "../index.js";
import { addRunningMockFlags, type RunningMockFlags, runningMock } from "./running-mock.js";

interface EnvFlags extends RunningMockFlags {
  readonly shell: keyof typeof SHELLS;
}

/** `zoom-mock env`: the variables that lead programs to a running mock. */
export function envCommand(command: Command): Command {
  command
    .name("env")
    .description('Print the variables that lead programs to a running mock, for eval "$(zoom-mock env)".')
    .addOption(
      new Option("--shell <shell>", "how to write them")
        .default("bash" satisfies keyof typeof SHELLS)
        .choices(Object.keys(SHELLS)),
    );
  return addRunningMockFlags(command).action(async ({ shell, ...flags }: EnvFlags) => {
    const zoom = runningMock(flags);
    const { variables, dropped } = await environmentFor(zoom, process.env);
    console.log(SHELLS[shell](variables));
    if (!("HTTPS_PROXY" in variables)) {
      console.error(
        "There is no proxy on this machine: programs reach the mock by its URL only, or by HTTPS. Start it here with --proxy 4011 for those that call Zoom's own hosts.",
      );
    }
    const { hosts } = await zoom.access();
    const added = hosts.filter((host) => host !== "zoom.us" && !host.endsWith(".zoom.us"));
    if (added.length > 0) console.error(`The mock answers for ${added.join(", ")} too.`);
    if (dropped.length > 0)
      console.error(`Left out of NO_PROXY, since Zoom itself would be called: ${dropped.join(", ")}.`);
  });
}

type Variables = Readonly<Record<string, string>>;

const lines = (variables: Variables, line: (name: string, value: string) => string): string =>
  Object.entries(variables)
    .map(([name, value]) => line(name, value))
    .join("\n");

const SHELLS = {
  bash: (variables: Variables) =>
    lines(variables, (name, value) => `export ${name}='${value.replaceAll("'", "'\\''")}'`),
  fish: (variables: Variables) =>
    lines(variables, (name, value) => `set -gx ${name} '${value.replace(/[\\']/g, "\\$&")}'`),
  powershell: (variables: Variables) =>
    lines(variables, (name, value) => `$env:${name} = '${value.replaceAll("'", "''")}'`),
  json: (variables: Variables) => JSON.stringify(variables, null, 2),
};
