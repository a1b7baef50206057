import { readFileSync } from "node:fs";
import { Command } from "commander";
import { coverageCommand } from "./coverage-command.js";
import { envCommand } from "./env-command.js";
import { readBooleanEnvironment } from "./environment.js";
import { execCommand } from "./exec-command.js";
import { healthcheckCommand } from "./healthcheck-command.js";
import { importCommand } from "./import-command.js";
import { operationsCommand } from "./operations-command.js";
import { startCommand } from "./start-command.js";
import { stateCommand } from "./state-command.js";
import { tailCommand } from "./tail-command.js";
import { verifyCommand } from "./verify-command.js";
import { webhookCommand } from "./webhook-command.js";

/** The command line: `zoom-mock <command>`. */
export function createProgram(): Command {
  const program = new Command("zoom-mock")
    .description("A Zoom that runs on your machine: for whoever starts and stops live streams through Zoom's API.")
    .version(packageVersion())
    .exitOverride()
    .enablePositionalOptions()
    .showHelpAfterError("(--help shows what there is)");
  for (const define of [
    startCommand,
    execCommand,
    envCommand,
    operationsCommand,
    healthcheckCommand,
    verifyCommand,
    importCommand,
    stateCommand,
    coverageCommand,
    tailCommand,
    webhookCommand,
  ]) {
    const command = define(program.createCommand().exitOverride());
    readBooleanEnvironment(command, process.env);
    program.addCommand(command.copyInheritedSettings(program).version(packageVersion()));
  }
  return program;
}

const packageVersion = (): string =>
  (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }).version;
