import type { StartOptions, ZoomMock } from "../../../src/index.js";
import type { RestRequest } from "../../support/rest.js";

/** One way to meet an outcome: a world is put into a state, then one request is sent. */
export interface RestCase {
  readonly operation: string;
  readonly outcome: string;
  readonly request: RestRequest;
  /** The profiles in which it holds; both, where it does not say. */
  readonly profiles?: readonly ("2021" | "2025")[];
  /** What the mock is started with, besides its profile and a frozen clock. */
  readonly options?: StartOptions;
  readonly prepare?: (zoom: ZoomMock) => Promise<unknown>;
  readonly status: number;
  /** What the body must at least hold; `null`: there is none. */
  readonly body?: object | null;
  /** What the headers must at least hold; `null`: there is no such header. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** A refusal leaves the world as it was, unless this says otherwise. */
  readonly changesWorld?: true;
  /** What must hold of the world afterwards. */
  readonly after?: (zoom: ZoomMock) => Promise<unknown>;
}

/** What Zoom's error bodies hold. */
export const zoomError = (code: number, message: string) => ({ code, message });
