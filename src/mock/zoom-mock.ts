import type { RequestListener } from "node:http";
import { createControlClient, type ZoomMockControl } from "../control/control-client.js";
import { baseUrl, httpTransport } from "../control/transports.js";
import { createUniverseClient, type UniverseControl } from "../control/universe-client.js";
import type { MockAccess } from "../domain/mock-access.js";
import { listen } from "../http/listen.js";
import { createServers } from "../http/servers.js";
import { assemble } from "./assemble.js";
import { checkAppOptions, checkStartOptions } from "./check-options.js";
import type { Doors } from "./doors.js";
import type { StartOptions, ZoomMockOptions } from "./options.js";
import { createRequestLog } from "./request-log.js";

/** A mock that can be reached over HTTP. */
export interface ZoomMock extends ZoomMockControl, UniverseControl, AsyncDisposable {
  /** Where it is, for example `http://127.0.0.1:4010`, without `/v2`. */
  readonly url: string;
  readonly port: number;
  /**
   * Stops it at once, also with open connections; what waits for a request or a delivery is rejected. On a mock that runs
   * elsewhere this only ends the use of it.
   */
  close(): Promise<void>;
}

/** An Express app that is a mock, and what a test can do with it: for supertest, `app.use` or `http.createServer`. */
export type ZoomMockApp = RequestListener & { readonly zoom: ZoomMockControl & UniverseControl };

/**
 * Starts a mock of Zoom in this process.
 *
 * @throws ZoomMockOptionsError when options are wrong, InvalidFilesError when a fixture or scenario is; the system's
 *   error (`code` `EADDRINUSE`) when the port is taken.
 */
export async function startZoomMock(options: StartOptions = {}): Promise<ZoomMock> {
  checkStartOptions(options);
  const { host = "127.0.0.1", port = 0, log = "silent", pid, state: file, https, proxy, ...rest } = options;
  const { onRequest = options.onRequest, onEvent } = await createRequestLog(log, options.onRequest);
  let access: MockAccess | undefined;
  const { app, control, wake, end, close } = assemble(
    { ...rest, ...(onRequest && { onRequest }) },
    pid === undefined ? {} : { pid },
    // Most mocks keep nothing, and start without what it takes.
    file === undefined ? undefined : { file, keep: (await import("./state-keeper.js")).createStateKeeper },
    onEvent,
    () => access,
  );
  const open = [close];
  const closeAll = async () => {
    end();
    for (const each of open.toReversed()) await each();
  };
  try {
    await control().ready();
    const servers = createServers(app);
    // What it takes is heavy, and few mocks need it.
    const doors =
      https === undefined && proxy === undefined
        ? undefined
        : await (await import("./doors.js")).openDoors(servers, options);
    if (doors) open.push(doors.close);
    // Last: whoever finds it healthy finds all of it.
    const server = await listen(servers.http(), host, port);
    open.push(server.close);
    access = accessOf(server.url, options, doors);
    wake();
    return reachable(control(server.url), server.url, closeAll);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

const accessOf = (url: string, { offline = false }: StartOptions, doors: Doors | undefined): MockAccess => ({
  url,
  https: doors?.https?.url ?? null,
  proxy: doors?.proxy?.url ?? null,
  hosts: doors?.hosts ?? [],
  certificate: doors?.certificate ?? null,
  offline,
});

/**
 * The mock as an Express app that does not listen, for supertest or to be mounted.
 *
 * @throws ZoomMockOptionsError when options are wrong, InvalidFilesError when a fixture or scenario is.
 */
export function createZoomMockApp(options: ZoomMockOptions = {}): ZoomMockApp {
  checkAppOptions(options);
  const { app, control } = assemble(options);
  return Object.assign(app, { zoom: control() });
}

/** What it takes to use a mock that runs elsewhere. */
export interface ConnectOptions {
  /**
   * The control token it was started with.
   * @default none
   * @example "s3cret"
   */
  readonly controlToken?: string;
  /**
   * What sends the requests.
   * @default the global fetch
   * @example undici.fetch
   */
  readonly fetch?: typeof fetch;
}

/**
 * Uses a mock that runs already, in another process or on another machine, by the same methods.
 *
 * @param url Without `/v2`; with the path it is mounted at, if there is one.
 * @throws TypeError when it is no URL.
 */
export function connectZoomMock(url: string, options: ConnectOptions = {}): ZoomMock {
  const { controlToken, fetch = globalThis.fetch } = options;
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw new TypeError(
      `Failed to connect to ${JSON.stringify(url)}: it is no URL. Give one like http://127.0.0.1:4010.`,
    );
  }
  const send = httpTransport({ url, controlToken, fetch });
  const base = baseUrl(url);
  return reachable({ ...createControlClient(send), ...createUniverseClient(send, base) }, base, async () => {});
}

const reachable = (control: ZoomMockControl & UniverseControl, url: string, close: () => Promise<void>): ZoomMock => ({
  ...control,
  url,
  port: Number(new URL(url).port || (url.startsWith("https:") ? 443 : 80)),
  close,
  [Symbol.asyncDispose]: close,
});
