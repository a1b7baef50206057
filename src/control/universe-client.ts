import type { Moment } from "../domain/moment.js";
import type { Scenario } from "../fixtures/world-schema.js";
import { at } from "./clock-client.js";
import { ZoomMockControlError } from "./command.js";
import { type ControlTransport, createControlClient, type ZoomMockControl } from "./control-client.js";
import { withoutUniverse } from "./transports.js";
import {
  deleteUniverse,
  listUniverses,
  openUniverse,
  readUniverse,
  type UniverseDescription,
} from "./universe-commands.js";

/** What a universe starts from. */
export interface UniverseOptions {
  /**
   * A scenario of the package by name, or the scenario itself.
   * @default the mock's
   * @example { account_id: "acc", users: [{ id: "host" }], meetings: [{ id: "123" }] }
   */
  readonly scenario?: string | Scenario;
  /**
   * A time at which its clock stands still from the start: a Date, ISO 8601, or milliseconds since 1970.
   * @default the mock's
   * @example "2026-01-31T12:00:00Z"
   */
  readonly frozenAt?: Moment;
}

/**
 * A world of its own in a mock, with its own clock and journal: what happens in another one does not happen here. A
 * client gets into it by its `url`, its `token`, an access token that its app was given, or by the header
 * `x-zoom-mock-universe` with its `id`.
 */
export interface ZoomUniverse extends ZoomMockControl, AsyncDisposable {
  readonly id: string;
  /** What the client takes for Zoom's address, without `/v2`; only the path where the mock is an app without address. */
  readonly url: string;
  /** A bearer token that leads here, also from the mock's own address. */
  readonly token: string;
  /** The app that gets access tokens which lead here. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** The account it was opened with. */
  readonly accountId: string;
  /** Removes it. To remove what is gone already is fine. */
  delete(): Promise<void>;
}

/** Opens worlds of their own in one mock, so that tests can run side by side. */
export interface UniverseControl {
  /**
   * Opens a universe.
   *
   * @throws ZoomMockControlError with status 409 when there are as many as there may be, 400 or 404 when the scenario is
   *   wrong.
   */
  universe(options?: UniverseOptions): Promise<ZoomUniverse>;
  /** Those that are open, besides the default one. */
  readonly universes: {
    list(): Promise<UniverseDescription[]>;
    /** @throws ZoomMockControlError with status 404 when there is none with the id. */
    get(id: string): Promise<UniverseDescription>;
    /** @throws ZoomMockControlError with status 404 when there is none with the id. */
    delete(id: string): Promise<void>;
  };
}

/**
 * The methods over a transport.
 *
 * @param baseUrl Where the mock is for whoever uses it; empty when it has no address.
 */
export function createUniverseClient(send: ControlTransport, baseUrl: string): UniverseControl {
  const origin = withoutUniverse(baseUrl);
  const located = (described: unknown): UniverseDescription => {
    const description = described as UniverseDescription; // what the commands give
    return { ...description, url: `${origin}/u/${description.id}` };
  };
  return {
    universe: async ({ scenario, frozenAt } = {}) => {
      const body = { ...(scenario && { scenario }), ...(frozenAt !== undefined && { frozenAt: at(frozenAt) }) };
      return universeClient(send, located(await send(openUniverse, { body })));
    },
    universes: {
      list: async () => ((await send(listUniverses, {})) as unknown[]).map(located),
      get: async (id) => located(await send(readUniverse, { id })),
      delete: async (id) => void (await send(deleteUniverse, { id })),
    },
  };
}

function universeClient(
  send: ControlTransport,
  { id, url, token, client_id, client_secret, account_id }: UniverseDescription,
): ZoomUniverse {
  const remove = () => send(deleteUniverse, { id }).then(() => {}, unlessGone);
  return {
    ...createControlClient(send, id),
    id,
    url,
    token,
    clientId: client_id,
    clientSecret: client_secret,
    accountId: account_id,
    delete: remove,
    [Symbol.asyncDispose]: remove,
  };
}

function unlessGone(error: unknown): void {
  if (!(error instanceof ZoomMockControlError && error.status === 404)) throw error;
}
