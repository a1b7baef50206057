// Fixtures for Playwright, exported as `zoom-mock/playwright`: a universe for each test, why its requests were refused,
// and matchers for what it has received.
import { type Expect, expect as playwrightExpect, test as playwrightTest, type TestType } from "@playwright/test";
import type { ZoomUniverse } from "./control/universe-client.js";
import type { ZoomMock } from "./mock/zoom-mock.js";
import { zoomMatchers } from "./test-kit/matchers.js";
import type { ZoomFixtureOptions } from "./test-kit/options.js";
import { pendingFaults } from "./test-kit/pending-faults.js";
import { refusedRequests } from "./test-kit/refused-requests.js";
import { serverFor } from "./test-kit/server.js";

export type { ZoomFixtureOptions } from "./test-kit/options.js";

/** What a test takes. */
export interface ZoomFixtures {
  /** A universe for this test alone. When the test fails, what was refused in it is printed and attached. */
  readonly zoom: ZoomUniverse;
}

/** What the tests of one worker share. */
export interface ZoomWorkerFixtures {
  /** The mock, started when a test first asks for it. */
  readonly zoomServer: ZoomMock;
}

/** A test of your own with the fixtures `zoom` and `zoomServer`. */
export function withZoomMock<Args extends object, WorkerArgs extends object>(
  test: TestType<Args, WorkerArgs>,
  options: ZoomFixtureOptions = {},
): TestType<Args & ZoomFixtures, WorkerArgs & ZoomWorkerFixtures> {
  // Playwright's types ask for arguments that are known; the fixtures depend on nothing of these.
  return (test as unknown as TestType<object, object>).extend<ZoomFixtures, ZoomWorkerFixtures>({
    zoomServer: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads off the pattern which fixtures this one needs
      async ({}, use) => {
        const server = await serverFor(options);
        await use(server);
        await server.close();
      },
      { scope: "worker" },
    ],
    zoom: async ({ zoomServer }, use, testInfo) => {
      const zoom = await zoomServer.universe(options.universe);
      await use(zoom);
      const refused = testInfo.status === testInfo.expectedStatus ? undefined : await refusedRequests(zoom);
      if (refused !== undefined) {
        // Playwright's reporters on a terminal cut attachments off.
        console.error(refused);
        await testInfo.attach("requests that zoom-mock refused", { body: refused, contentType: "text/plain" });
      }
      const pending = await pendingFaults(zoom);
      if (pending !== undefined) {
        console.error(pending);
        await testInfo.attach("faults that the test did not meet", { body: pending, contentType: "text/plain" });
      }
      await zoom.delete();
    },
  }) as unknown as TestType<Args & ZoomFixtures, WorkerArgs & ZoomWorkerFixtures>;
}

/** Playwright's expect with the matchers `toHaveReceived` and `toHaveReceivedInOrder`; wait for these. */
export const expect: Expect<typeof zoomMatchers> = playwrightExpect.extend(zoomMatchers);

/** Playwright's test with the fixtures `zoom` and `zoomServer`. */
export const test = withZoomMock(playwrightTest);
