import * as v from "valibot";
import { reasonOf } from "../fixtures/invalid-files.js";
import type { Simulator } from "../simulator/simulator.js";

/** What the commands act on. */
export interface ControlHost {
  readonly simulator: Simulator;
  /** Told to whoever asks for the mock's health. */
  readonly about: Readonly<Record<string, string | number>>;
}

/**
 * One thing that a test can do with a running mock. The control API's routes and the methods of `ZoomMock` are two ways
 * to the same commands.
 */
export interface ControlCommand<Schema extends v.GenericSchema = v.GenericSchema, Output = unknown> {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** Below `/__zoom`, with parameters in braces. */
  readonly path: string;
  readonly summary: string;
  /** Path parameters and query parameters by name, and the JSON body as `body`. */
  readonly input: Schema;
  readonly run: (host: ControlHost, input: v.InferOutput<Schema>) => Promise<Output>;
}

// biome-ignore lint/suspicious/noExplicitAny: the input differs per command; execute checks it against this command's own schema
export type AnyControlCommand = ControlCommand<any, unknown>;

/** Refused by the mock's control API: what was asked for is not there or makes no sense. */
export class ZoomMockControlError extends Error {
  /** The HTTP status of the control API's answer. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "ZoomMockControlError";
    this.status = status;
  }
}

/** Checks a declaration against its own types and gives it back. */
export const defineCommand = <Schema extends v.GenericSchema, Output>(
  command: ControlCommand<Schema, Output>,
): ControlCommand<Schema, Output> => command;

/**
 * Checks the input and runs the command.
 *
 * @throws ZoomMockControlError with every problem of the input, or with what the command refused.
 */
export async function execute<Schema extends v.GenericSchema, Output>(
  command: ControlCommand<Schema, Output>,
  host: ControlHost,
  input: unknown,
): Promise<Output> {
  const parsed = v.safeParse(command.input, input);
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? "input"}: ${reasonOf(issue)}`);
    throw new ZoomMockControlError(400, `Failed to ${command.method} ${command.path}: ${problems.join("; ")}.`);
  }
  try {
    return await command.run(host, parsed.output);
  } catch (error) {
    if (error instanceof RangeError) throw new ZoomMockControlError(400, error.message);
    throw error;
  }
}
