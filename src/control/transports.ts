import { type ControlHost, execute, ZoomMockControlError } from "./command.js";
import type { ControlTransport } from "./control-client.js";

/** Runs commands in this process; input and output are copied, as they would be over HTTP. */
export function localTransport(host: ControlHost): ControlTransport {
  return async (command, input) => copied(await execute(command, host, copied(input)));
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
  return async ({ method, path }, { body, ...parameters }) => {
    const target = new URL(`/__zoom${fillPath(path, parameters)}`, url);
    for (const [name, value] of Object.entries(parameters)) {
      if (!path.includes(`{${name}}`) && value !== undefined) target.searchParams.set(name, String(value));
    }
    const headers = {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(controlToken !== undefined && { authorization: `Bearer ${controlToken}` }),
    };
    const response = await fetch(target, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch((error: Error) => {
      throw new ZoomMockControlError(
        0,
        `Failed to reach zoom-mock at ${url}: ${reason(error)}. Start it with "zoom-mock start", or correct the URL.`,
      );
    });
    const text = await response.text();
    if (!response.ok)
      throw new ZoomMockControlError(response.status, detailOf(text) ?? `${response.status} from ${target}`);
    return text === "" ? undefined : JSON.parse(text);
  };
}

const fillPath = (path: string, parameters: Readonly<Record<string, unknown>>) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parameters[name])));

const reason = (error: Error): string => (error.cause instanceof Error ? error.cause.message : error.message);

function detailOf(problem: string): string | undefined {
  try {
    return (JSON.parse(problem) as { detail?: string }).detail;
  } catch {
    return undefined;
  }
}
