import type { UniverseOptions } from "../control/universe-client.js";
import type { StartOptions } from "../mock/options.js";

/** How the fixtures of a test runner get a mock, and what each test's universe starts from. */
export interface ZoomFixtureOptions extends StartOptions {
  /**
   * Where a mock runs that is to be used, with `controlToken` where it asks for one. The other options are then those
   * it was started with.
   * @default none: one is started
   * @example "http://127.0.0.1:4010"
   */
  readonly url?: string;
  /**
   * What each test's universe starts from.
   * @default the mock's scenario
   * @example { frozenAt: "2026-01-31T12:00:00Z" }
   */
  readonly universe?: UniverseOptions;
}
