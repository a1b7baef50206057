#!/usr/bin/env node
import { CommanderError } from "commander";
import { InvalidFilesError, ZoomMockControlError, ZoomMockOptionsError } from "../index.js";
import { createProgram } from "./program.js";

// `zoom-mock start | head` closes our output; that is no reason to fail.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = report(error);
}

/** Prints what went wrong and gives the exit code: 2 when the command was given wrongly, 1 for the rest. */
function report(error: unknown): number {
  // Commander has printed its own messages already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const wrongUsage = error instanceof InvalidFilesError || error instanceof ZoomMockOptionsError;
  // An error that begins like this is written for the person at the terminal; of another the place matters.
  const forPeople =
    error instanceof ZoomMockControlError || (error instanceof Error && error.message.startsWith("Failed to"));
  console.error(forPeople ? error.message : error);
  return wrongUsage ? 2 : 1;
}
