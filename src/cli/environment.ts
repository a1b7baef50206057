import { type Command, CommanderError } from "commander";

/**
 * Lets `ZOOM_MOCK_STRICT=false` mean what it says: to commander a flag's variable counts as soon as it is set. A
 * variable that says no is taken out of the environment.
 *
 * @throws CommanderError when the value is neither yes nor no.
 */
export function readBooleanEnvironment(command: Command, environment: NodeJS.ProcessEnv): void {
  for (const { envVar, required, optional } of command.options) {
    if (envVar === undefined || required || optional) continue;
    const value = environment[envVar]?.trim().toLowerCase();
    if (value === undefined || /^(1|true|yes|on)$/.test(value)) continue;
    if (/^(|0|false|no|off)$/.test(value)) delete environment[envVar];
    else {
      const message = `error: ${envVar} is "${value}". Set it to true or false.`;
      console.error(message);
      throw new CommanderError(2, "zoom-mock.environment", message);
    }
  }
}
