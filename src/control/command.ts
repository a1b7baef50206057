import * as v from "valibot";
import type { MockAccess } from "../domain/mock-access.js";
import type { Simulator } from "../simulator/simulator.js";
import type { Universe } from "../simulator/universe.js";
import type { Universes } from "../simulator/universes.js";
import { schemaProblems } from "../text/schema-issue.js";

/** What is counted of a mock, all its universes together. */
export interface Metrics {
  /** In Prometheus' text format. */
  text(): Promise<string>;
}

/** What the commands act on. */
export interface ControlHost {
  readonly simulator: Simulator;
  /** The world that the command is about. */
  readonly universe: Universe;
  readonly universes: Universes;
  readonly metrics: Metrics;
  /** Where the mock's routes begin, as the caller reaches it; empty where nobody can tell. */
  readonly baseUrl: string;
  /** Told to whoever asks for the mock's health. */
  readonly about: Readonly<Record<string, string | number>>;
  /** How the mock is reached, where it listens by itself. */
  readonly access?: () => MockAccess | undefined;
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
  /** The media type of the output where it is no JSON but a text. */
  readonly produces?: string;
  /** Path parameters and query parameters by name, and the JSON body as `body`. */
  readonly input: Schema;
  readonly run: (host: ControlHost, input: v.InferOutput<Schema>) => Promise<Output>;
}

// biome-ignore lint/suspicious/noExplicitAny: the input differs per command; execute checks it against this command's own schema
export type AnyControlCommand = ControlCommand<any, unknown>;

/** Sends a command to the mock, with its path and query parameters by name and its JSON body as `body`. */
export type Call = <Output>(command: AnyControlCommand, input?: Readonly<Record<string, unknown>>) => Promise<Output>;

/** Refused by the mock's control API: what was asked for is not there or makes no sense. */
export class ZoomMockControlError extends Error {
  /** The HTTP status of the control API's answer. */
  readonly status: number;
  /** What the answer says besides, for programs, where there is such a thing. */
  declare readonly data?: Readonly<Record<string, unknown>>;

  constructor(status: number, message: string, data?: Readonly<Record<string, unknown>>) {
    super(message);
    this.name = "ZoomMockControlError";
    this.status = status;
    if (data) this.data = data;
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
  const checked = checkInput(command, input);
  if (host.universe.isDue()) await host.universe.settle();
  try {
    return await command.run(host, checked);
  } catch (error) {
    if (error instanceof RangeError) throw new ZoomMockControlError(400, error.message);
    throw error;
  }
}

/**
 * The input as the command takes it.
 *
 * @throws ZoomMockControlError with every problem of the input.
 */
export function checkInput<Schema extends v.GenericSchema>(
  { method, path, input: schema }: ControlCommand<Schema>,
  input: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  const problems = schemaProblems(parsed.issues).map(({ field = "input", reason }) => `${field}: ${reason}`);
  throw new ZoomMockControlError(400, `Failed to ${method} ${path}: ${problems.join("; ")}.`);
}
