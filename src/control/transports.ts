import type { FeedEntry } from "../simulator/feed.js";
import { UNIVERSE_HEADER, unknownUniverse } from "../simulator/universes.js";
import { EVENT_STREAM } from "../text/event-stream.js";
import { type ControlHost, execute, ZoomMockControlError } from "./command.js";
import type { ControlTransport } from "./control-client.js";
import { subscribeOverHttp } from "./subscribe-over-http.js";
import { contained, type Subscribe } from "./subscription.js";

/** Runs commands in this process; input and output are copied, as they would be over HTTP. */
export function localTransport(host: ControlHost): ControlTransport {
  const find = (id: string | undefined) => {
    const universe = id === undefined ? host.universe : host.universes.find(id);
    if (!universe) throw new ZoomMockControlError(404, unknownUniverse(id));
    return universe;
  };
  const run: Run = async (command, input, id) =>
    copied(await execute(command, { ...host, universe: find(id) }, copied(input)));
  const subscribe: Subscribe = async (listener, { after, onEnd = () => {} } = {}, id) => {
    const tell = contained(listener);
    return find(id).feed.subscribe({ tell: (entry) => tell(copied(entry) as FeedEntry), end: onEnd }, after);
  };
  return Object.assign(run, { subscribe });
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
  const address = (path: string, universe: string | undefined) => {
    const base = universe === undefined ? baseUrl(url) : withoutUniverse(baseUrl(url));
    return new URL(`${base}/__zoom${path}`);
  };
  const credentials = (universe: string | undefined) => ({
    ...(universe !== undefined && { [UNIVERSE_HEADER]: universe }),
    ...(controlToken !== undefined && { authorization: `Bearer ${controlToken}` }),
  });
  const unreachable = (error: Error): never => {
    throw new ZoomMockControlError(
      0,
      `Failed to reach zoom-mock at ${url}: ${reason(error)}. Start it with "zoom-mock start", or correct the URL.`,
    );
  };
  const strange = ({ status }: Response) =>
    new ZoomMockControlError(
      status,
      `Failed to use zoom-mock at ${url}: what answers there (with ${status}) is no zoom-mock. Correct the URL.`,
    );
  const outputOf = async (response: Response, isText = false) => {
    const text = await response.text().catch(unreachable);
    if (isText && response.ok) return text;
    const output = text === "" ? undefined : parsed(text);
    if (output === NOT_JSON) throw strange(response);
    if (response.ok) return output;
    const problem = problemOf(output);
    if (!problem) throw strange(response);
    throw new ZoomMockControlError(response.status, problem.detail, problem.data);
  };
  const run: Run = async ({ method, path, produces }, { body, ...parameters }, universe) => {
    const target = address(fillPath(path, parameters), universe);
    for (const [name, value] of Object.entries(parameters)) {
      if (!path.includes(`{${name}}`) && value !== undefined) target.searchParams.set(name, String(value));
    }
    const headers = { ...(body !== undefined && { "content-type": "application/json" }), ...credentials(universe) };
    const sent = fetch(target, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
    return outputOf(await sent.catch(unreachable), produces?.startsWith("text/"));
  };
  const subscribe: Subscribe = (listener, options = {}, universe) => {
    const open = async (signal: AbortSignal, headers: Readonly<Record<string, string>>) => {
      const request = { headers: { ...headers, ...credentials(universe) }, signal };
      const response = await fetch(address("/events", universe), request).catch(unreachable);
      if (response.body && response.headers.get("content-type")?.startsWith(EVENT_STREAM)) return response.body;
      await outputOf(response);
      throw strange(response);
    };
    return subscribeOverHttp(open, listener, options);
  };
  return Object.assign(run, { subscribe });
}

/** What sends a command. */
type Run = (...sent: Parameters<ControlTransport>) => Promise<unknown>;

/** Where the mock's routes begin: a mock that is mounted in another app has a path before them. */
export function baseUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/+$/, "");
}

/** Where the mock begins that has the universe. */
export const withoutUniverse = (base: string): string => base.replace(/\/u\/[^/]+$/, "");

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

/** What the mock says of a refusal, in words and in data. */
interface Problem {
  readonly detail: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

function problemOf(output: unknown): Problem | undefined {
  if (typeof output !== "object" || output === null || !("detail" in output)) return undefined;
  const { type, title, status, detail, ...data } = output as Record<string, unknown>; // whatever it is
  if (typeof detail !== "string") return undefined;
  return { detail, ...(Object.keys(data).length > 0 && { data }) };
}
