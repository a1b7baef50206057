import { UNIVERSE_HEADER, unknownUniverse } from "../simulator/universes.js";
import { type ControlHost, execute, ZoomMockControlError } from "./command.js";
import type { ControlTransport } from "./control-client.js";

/** Runs commands in this process; input and output are copied, as they would be over HTTP. */
export function localTransport(host: ControlHost): ControlTransport {
  return async (command, input, id) => {
    const universe = id === undefined ? host.universe : host.universes.find(id);
    if (!universe) throw new ZoomMockControlError(404, unknownUniverse(id));
    return copied(await execute(command, { ...host, universe }, copied(input)));
  };
}

const copied = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

export interface HttpTransportOptions {
  /** Where the mock is, for example `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Sent when the mock asks for one. */
  readonly controlToken?: string | undefined;
  readonly fetch: typeof fetch;
}

/** Sends commands to a running mock. */
export function httpTransport({ url, controlToken, fetch }: HttpTransportOptions): ControlTransport {
  return async ({ method, path }, { body, ...parameters }, universe) => {
    const base = universe === undefined ? baseUrl(url) : withoutUniverse(baseUrl(url));
    const target = new URL(`${base}/__zoom${fillPath(path, parameters)}`);
    for (const [name, value] of Object.entries(parameters)) {
      if (!path.includes(`{${name}}`) && value !== undefined) target.searchParams.set(name, String(value));
    }
    const headers = {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(universe !== undefined && { [UNIVERSE_HEADER]: universe }),
      ...(controlToken !== undefined && { authorization: `Bearer ${controlToken}` }),
    };
    const { response, text } = await answerOf(
      fetch(target, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }),
    ).catch((error: Error) => {
      throw new ZoomMockControlError(
        0,
        `Failed to reach zoom-mock at ${url}: ${reason(error)}. Start it with "zoom-mock start", or correct the URL.`,
      );
    });
    const output = text === "" ? undefined : parsed(text);
    const strange = output === NOT_JSON || (!response.ok && detailOf(output) === undefined);
    if (strange) {
      throw new ZoomMockControlError(
        response.status,
        `Failed to use zoom-mock at ${url}: what answers there (with ${response.status}) is no zoom-mock. Correct the URL.`,
      );
    }
    if (!response.ok) throw new ZoomMockControlError(response.status, detailOf(output) ?? "");
    return output;
  };
}

/** Where the mock's routes begin: a mock that is mounted in another app has a path before them. */
export function baseUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/+$/, "");
}

/** Where the mock begins that has the universe. */
export const withoutUniverse = (base: string): string => base.replace(/\/u\/[^/]+$/, "");

async function answerOf(sent: Promise<Response>): Promise<{ response: Response; text: string }> {
  const response = await sent;
  return { response, text: await response.text() };
}

const fillPath = (path: string, parameters: Readonly<Record<string, unknown>>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parameters[name])));

const reason = (error: Error): string => (error.cause instanceof Error ? error.cause.message : error.message);

const NOT_JSON = Symbol("not JSON");

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}

/** What the mock says of a refusal. */
function detailOf(problem: unknown): string | undefined {
  if (typeof problem !== "object" || problem === null || !("detail" in problem)) return undefined;
  return typeof problem.detail === "string" ? problem.detail : undefined;
}
