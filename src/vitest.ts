// Fixtures for Vitest, exported as `zoom-mock/vitest`: a universe for each test, why its requests were refused, and
// matchers for what it has received.
import { expect, type TestAPI, test as vitestTest } from "vitest";
import type { ZoomUniverse } from "./control/universe-client.js";
import type { ZoomMock } from "./mock/zoom-mock.js";
import { type ZoomMatchers, zoomMatchers } from "./test-kit/matchers.js";
import type { ZoomFixtureOptions } from "./test-kit/options.js";
import { pendingFaults } from "./test-kit/pending-faults.js";
import { refusedRequests } from "./test-kit/refused-requests.js";
import { serverFor } from "./test-kit/server.js";

export type { ZoomMatchers } from "./test-kit/matchers.js";
export type { ZoomFixtureOptions } from "./test-kit/options.js";

declare module "vitest" {
  interface Matchers<T> extends ZoomMatchers<T> {}
}

expect.extend(zoomMatchers);

/** What a test takes from its context. */
export interface ZoomFixtures {
  /** The mock, started when a test first asks for it: one for each worker of Vitest. */
  readonly zoomServer: ZoomMock;
  /** A universe for this test alone. When the test fails, what was refused in it is printed; always, which faults it did not meet. */
  readonly zoom: ZoomUniverse;
}

/** A test of your own with the fixtures `zoom` and `zoomServer`. */
export function withZoomMock<Context>(
  test: TestAPI<Context>,
  options: ZoomFixtureOptions = {},
): TestAPI<Context & ZoomFixtures> {
  // Vitest's types ask for contexts that are known; the fixtures depend on nothing of this one.
  return (test as unknown as TestAPI).extend<ZoomFixtures>({
    zoomServer: [
      // biome-ignore lint/correctness/noEmptyPattern: Vitest reads off the pattern which fixtures this one needs
      async ({}, use) => {
        const server = await serverFor(options);
        await use(server);
        await server.close();
      },
      { scope: "worker" },
    ],
    zoom: async ({ zoomServer, task }, use) => {
      const zoom = await zoomServer.universe(options.universe);
      await use(zoom);
      const refused = task.result?.state === "fail" ? await refusedRequests(zoom) : undefined;
      if (refused !== undefined) console.error(refused);
      const pending = await pendingFaults(zoom);
      if (pending !== undefined) console.error(pending);
      await zoom.delete();
    },
  }) as unknown as TestAPI<Context & ZoomFixtures>;
}

/** Vitest's test with the fixtures `zoom` and `zoomServer`. */
export const test: TestAPI<ZoomFixtures> = withZoomMock(vitestTest);
