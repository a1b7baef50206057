import { type Command, CommanderError } from "commander";

/**
 * Lets variables mean what they say. An empty one, as compose files set them, is not set. `ZOOM_MOCK_STRICT=false` says
 * no: to commander a flag's variable counts as soon as it is set, so that one that says no is taken out of the
 * environment. One that says neither is refused when the command runs, with a CommanderError.
 */
export function readBooleanEnvironment(command: Command, environment: NodeJS.ProcessEnv): void {
  for (const { envVar, required, optional } of command.options) {
    if (envVar === undefined) continue;
    const value = environment[envVar]?.trim().toLowerCase();
    if (value === undefined) continue;
    if (value === "") delete environment[envVar];
    else if (required || optional || /^(1|true|yes|on)$/.test(value)) continue;
    else if (/^(0|false|no|off)$/.test(value)) delete environment[envVar];
    else command.hook("preAction", () => refuse(`${envVar} is "${value}". Set it to true or false.`));
  }
}

function refuse(reason: string): never {
  const message = `error: ${reason}`;
  console.error(message);
  throw new CommanderError(2, "zoom-mock.environment", message);
}
